/// What was heard of something that is on its way.
package enum ProgressNews: Equatable, Sendable {
  /// So much has come, of so much; of nil while that is unknown.
  case came(Int64, of: Int64?)
  /// It does not come on, for this reason; what had come is still there.
  case waits(ProgressWait)
}
