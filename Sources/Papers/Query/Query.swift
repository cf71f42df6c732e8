/// A question about papers, in the one language of the filter, views, commands and arXiv's search
/// (SPEC.md 4): `cat:cs.LG au:hill (ti:"world model" OR abs:planning) -tag:skip is:unread since:7d`.
///
/// Terms that stand side by side must all hold, `AND` between them says the same. `OR` binds less:
/// `a b OR c` is `(a b) OR c`. `NOT` and `-` deny the term or the parenthesis behind them. The
/// operators are upper case, as at arXiv; `and`, `or` and `not` are words like any other. A field
/// before a parenthesis belongs to each word in it: `ti:(pruning OR distillation)`.
///
/// How words match:
/// - Text (a bare word, `ti abs co jr all note`) is found as a part of the field, as search while
///   typing needs it: `attent` finds *Attention*, `"world model"` finds *world models*. Both sides
///   are folded (``Swift/String/folded``) and TeX counts as the Unicode it stands for, so that
///   `schrodinger` finds `Schr\"odinger`. A bare word looks in title, authors, abstract, notes and
///   tags, and an arXiv id also finds its paper.
/// - Names (`cat tag source project`) are compared whole, in any case; `*` stands for any text, so
///   that `cat:cs.*` is an archive and `tag:*` any tag. `cat:cs` does not find `cs.AI`, as at arXiv.
/// - `au:` is described at ``AuthorPattern``, times at ``Query/Moment``.
package struct Query: Equatable, Sendable, CustomStringConvertible {
  /// What is asked, without what the text had of blanks and needless parentheses.
  package let expression: Expression

  /// Every paper that is not dismissed: what an empty text asks for.
  package static let undismissed = Query(.and([]))

  /// Every paper, dismissed ones too.
  package static let everything: Query = {
    let dismissed = Expression.term(Term(.status(.dismissed)))
    return Query(.or([dismissed, .not(dismissed)]))
  }()

  /// A query of an expression, which is brought into its simplest form: no list of one, and no list
  /// of a kind directly in a list of the same kind.
  package init(_ expression: Expression) {
    self.expression = expression.simplified
  }

  /// What the bare word or phrase `text` finds, with whatever it holds taken as it stands.
  package init(text: String) {
    self.init(.term(Term(.text(.anywhere, text))))
  }

  /// Reads a query; an empty text gives ``undismissed``.
  package init(parsing text: String) throws(QueryError) {
    var parser = QueryParser(text)
    self.init(try parser.query())
  }

  /// Whether a text that is no query may become one by what is typed behind it: nothing in it is wrong
  /// up to its end.
  package static func isBegun(_ text: String) -> Bool {
    var parser = QueryParser(text)
    do throws(QueryError) {
      _ = try parser.query()
      return false
    } catch {
      return parser.isAtEnd
    }
  }

  /// The query in its canonical spelling. Reading it gives this query again.
  package var description: String { expression.text }

  /// The papers that both queries find: a filter within a view.
  package func and(_ other: Query) -> Query {
    Query(.and([expression, other.expression]))
  }

  /// Whether it has no term.
  var isEmpty: Bool { expression == .and([]) }
}
