import PaperExport
import Papers

/// Why a file cannot be used as a template; one line that names it.
struct TemplateFileError: Error, Equatable {
  var message: String
}

extension MarkdownTemplate {
  /// Reads the template of a file.
  init(file: String) throws(TemplateFileError) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileBytes.read(file)
    } catch {
      throw TemplateFileError(
        message: "cannot read the template '\(file.onOneLine)': \(error.reason)")
    }
    do throws(TemplateError) {
      try self.init(bytes)
    } catch {
      throw TemplateFileError(message: error.message(file: file))
    }
  }
}
