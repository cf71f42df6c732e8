/// Something to open that a paper, its comment or a note names.
package struct PaperLink: Equatable, Sendable {
  /// What is to be found there, by host and by the words before the address.
  package enum Kind: String, CaseIterable, Sendable {
    case code, model, data, project, paper, doi, other
  }

  /// What is to be found there.
  package var kind: Kind
  /// Where it is.
  package var address: WebAddress
  /// The paper of arXiv's that it leads to.
  package var reference: ArXivReference?

  package init(kind: Kind, address: WebAddress, reference: ArXivReference? = nil) {
    self.kind = kind
    self.address = address
    self.reference = reference
  }

  /// What it leads to in a few words: `arXiv:1706.03762`, or host and path.
  package var label: String { reference.map { "arXiv:\($0)" } ?? address.label }

  /// What is the same for two spellings of one link: http and https, with `www.` and without, in
  /// other letters, another version of a paper.
  var key: String {
    if let reference { return "arxiv:\(reference.id)" }
    // These sites take capitals for small letters; elsewhere a path may be another one.
    guard [.code, .model, .data, .doi].contains(kind) else { return address.label }
    let text = address.label.lowercased()
    return text.hasSuffix(".git") ? String(text.dropLast(4)) : text
  }
}

extension PaperLink.Kind {
  /// What a host alone tells.
  init?(of address: WebAddress) {
    let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    let path = address.path.lowercased()
    switch host {
    case "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gist.github.com",
      "git.sr.ht", "anonymous.4open.science":
      self = .code
    case "huggingface.co", "hf.co":
      self =
        path.hasPrefix("/papers/")
        ? .paper
        : path.hasPrefix("/datasets/") ? .data : path.hasPrefix("/spaces/") ? .project : .model
    case "kaggle.com", "zenodo.org", "figshare.com": self = .data
    case "doi.org", "dx.doi.org": self = .doi
    case "openreview.net", "aclanthology.org", "proceedings.mlr.press", "papers.nips.cc",
      "proceedings.neurips.cc", "openaccess.thecvf.com":
      self = .paper
    default:
      guard host.hasSuffix(".github.io") || host.hasSuffix(".gitlab.io") else { return nil }
      self = .project
    }
  }
}
