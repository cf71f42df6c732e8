import Papers
import QueueUI
import Testing

@Test(arguments: [
  (ActionName.annotate, Action.annotate), (.editNotes, .editNotes), (.editTags, .editTags),
  (.openBrowser, .openBrowser), (.openPDF, .openPDF), (.toggleDismissed, .toggleDismissed),
  (.toggleQueued, .toggleQueued), (.toggleReading, .toggleReading),
])
func theLibraryNamesActionsAsTheScreenDoes(name: ActionName, action: Action) {
  #expect(action.name == name)
  #expect(Action(name) == action)
}

@Test func aNameOfTheJournalMayBeNoActionOfTheScreen() {
  #expect(Action("mark-read") == nil)
}
