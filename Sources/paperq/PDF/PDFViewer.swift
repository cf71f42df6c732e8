import ArgumentParser

/// The user's program for PDFs: `pdf.open` of the configuration.
struct PDFViewer {
  let settings: Settings

  /// The program, with the file in the place of `{file}`.
  func program(for file: String) -> Program {
    Program(settings.configuration.pdfCommand, "{file}", file)
  }

  /// Opens a file, and waits on this terminal until the viewer ends; its failure is ours.
  func openInForeground(_ file: PDFFolder.File) throws(CommandFailure) {
    let program = program(for: file.path)
    do throws(ProgramError) {
      let status = try program.runInForeground(environment: settings.environment)
      if status != 0 { throw program.endedEarly(status) }
    } catch {
      throw failure(file, error)
    }
  }

  /// Opens a file and leaves the viewer alone; `whenStarted` is told its name when it runs,
  /// `whenFailed` when it cannot be started, or ends soon with a failure.
  func openInBackground(
    _ file: PDFFolder.File, whenStarted: @escaping @Sendable (String) -> Void,
    whenFailed: @escaping @Sendable (CommandFailure) -> Void
  ) {
    let program = program(for: file.path)
    do throws(ProgramError) {
      try program.startInBackground(environment: settings.environment) {
        whenStarted(program.words[0])
      } whenFailed: { status in
        whenFailed(failure(file, program.endedEarly(status)))
      }
    } catch {
      whenFailed(failure(file, error))
    }
  }

  private func failure(_ file: PDFFolder.File, _ error: ProgramError) -> CommandFailure {
    CommandFailure(
      .configuration,
      "cannot show the PDF of '\(file.reference)': \(error.message); set 'pdf.open' in the config")
  }
}
