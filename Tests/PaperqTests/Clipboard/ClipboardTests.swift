import Foundation
import PaperExport
import Papers
import QueueUI
import TestSupport
import Testing

@testable import paperq

struct ClipboardTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Programs of these names, each with a body.
  private func clipboard(
    _ programs: [String: String], variables: [String: String] = [:]
  ) throws -> Clipboard {
    for (name, body) in programs {
      try folder.write("#!/bin/sh\n\(body)\n", to: name)
      chmod(folder.path + "/" + name, 0o700)
    }
    let path = ["PATH": folder.path + ":/usr/bin:/bin", "FOLDER": folder.path]
    return Clipboard(environment: Environment(path.merging(variables) { $1 }))
  }

  @Test func theFirstProgramOfTheDesktopThatDoesItIsEnough() throws {
    let clipboard = try clipboard(
      [
        "wl-copy": "cat >/dev/null; exit 1", "xclip": "echo \"$@\" >$FOLDER/words; cat >$FOLDER/x",
        "xsel": "cat >$FOLDER/y", "tmux": "cat >$FOLDER/t",
      ], variables: ["WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "TMUX": "t"])
    let outcome = clipboard.copy("α\u{1B}[31m")
    #expect(
      outcome
        == .init(takers: ["xclip", "tmux"], failures: ["'wl-copy' ended with status 1"]))
    #expect(try folder.read("x") == "α\u{1B}[31m")
    #expect(try folder.read("t") == "α\u{1B}[31m")
    #expect(try folder.read("words") == "-selection clipboard -in\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/y"))
  }

  @Test func withoutADisplayThereIsNoDesktop() throws {
    let clipboard = try clipboard(["wl-copy": "exit 0", "xclip": "exit 0"])
    #expect(clipboard.copy("x") == .init())
  }

  @Test func aHolderInTheBackgroundIsLeftAlone() throws {
    let clipboard = try clipboard(
      ["wl-copy": "cat >$FOLDER/x; sleep 5 & exit 0"], variables: ["WAYLAND_DISPLAY": "w"])
    #expect(clipboard.copy("x") == .init(takers: ["wl-copy"]))
  }

  @Test func theMessageSaysByWhatItWasCopied() throws {
    let text = CopiedText(name: "the DOI of 2611.00001", text: "10.1/x")
    func report(_ takers: [String], _ failures: [String] = [], terminal: Bool) throws -> String {
      let outcome = Clipboard.Outcome(takers: takers, failures: failures)
      switch outcome.report(on: text, isSentToTerminal: terminal) {
      case .confirmed(let text): return text
      case .reported(let text, isError: true): return "error: " + text
      default: return ""
      }
    }
    #expect(try report([], terminal: true) == "copied the DOI of 2611.00001 by the terminal")
    #expect(
      try report(["wl-copy", "tmux"], terminal: true)
        == "copied the DOI of 2611.00001 by the terminal, wl-copy and tmux")
    #expect(
      try report([], ["'xsel' ended with status 1"], terminal: false)
        == "error: cannot copy the DOI of 2611.00001: neither the terminal nor a program takes it; "
        + "'xsel' ended with status 1")
  }

  @Test func ofSeveralPapersThereIsALineOrARecordEach() {
    let papers = (1...3).map { number in
      ExportItem(
        paper: Paper(
          id: ArXivID(literal: "2611.0000\(number)"), title: "Title\u{1B} \(number)",
          authors: [.init("Ada Lovelace")],
          published: Timestamp(literal: "2026-11-20T09:00:00Z"),
          dois: number < 3 ? ["10.1/\(number)"] : []))
    }
    #expect(
      CopiedPart.doi.text(of: papers)
        == CopiedText(
          name: "the DOIs of 2 papers, the others have none", text: "10.1/1\n10.1/2"))
    #expect(CopiedPart.doi.text(of: [papers[2]]) == nil)
    #expect(CopiedPart.notes.text(of: papers) == nil)
    #expect(
      CopiedPart.id.text(of: [papers[0]])
        == CopiedText(name: "the identifier of 2611.00001", text: "2611.00001"))
    #expect(
      CopiedPart.pdf.text(of: Array(papers[..<2]))?.text
        == "https://arxiv.org/pdf/2611.00001\nhttps://arxiv.org/pdf/2611.00002")
    #expect(CopiedPart.title.text(of: papers)?.text == "Title 1\nTitle 2\nTitle 3")
    let bibtex = CopiedPart.bibtex.text(of: papers)
    #expect(bibtex?.name == "the BibTeX of 3 papers")
    #expect(bibtex?.text.split(separator: "@").count == 3)
  }
}
