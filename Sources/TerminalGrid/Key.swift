/// A key as the terminal reports it.
///
/// Keys that terminals cannot tell apart are one key: ^I is `tab`, ^M `enter`, ^[ `escape`, ^H and ^?
/// `backspace`.
package enum Key: Hashable, Sendable {
  /// A character that can be typed, the space included.
  case character(Character)
  /// Control with a lower-case letter or one of `@ \ ] ^ _`.
  case control(Character)
  /// Alt, or Escape at once followed by the character.
  case alt(Character)
  /// Return.
  case enter
  /// Alt with Return.
  case altEnter
  /// Tab.
  case tab
  /// Shift with Tab.
  case backTab
  /// Escape alone.
  case escape
  /// The key that removes what is left of the cursor.
  case backspace
  /// Alt with the key that removes what is left of the cursor.
  case altBackspace
  /// The key that removes what is under the cursor.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Arrow left with Control or Alt.
  case controlLeft
  /// Arrow right with Control or Alt.
  case controlRight
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, from 1.
  case function(Int)
}
