/// Characters that Unicode has raised or lowered.
enum TeXScript {
  /// All of `scalars` raised or lowered, without blanks; nil when one of them has no such form.
  static func scalars(_ scalars: [Unicode.Scalar], isUpper: Bool) -> [Unicode.Scalar]? {
    let visible = scalars.filter { !$0.isBlank }
    if visible.isEmpty { return nil }
    if isUpper, visible.allSatisfy({ $0 == "′" }) { return visible }
    if isUpper, visible == ["∘"] { return ["°"] }
    // They are raised as they are.
    if isUpper, visible == ["®"] || visible == ["™"] { return visible }
    let table = isUpper ? upper : lower
    let result = visible.compactMap { table[$0] }
    return result.count == visible.count ? result : nil
  }

  /// Whether it is raised or lowered itself.
  static func isScript(_ scalar: Unicode.Scalar) -> Bool { all.contains(scalar) }

  private static let upper = pairs(
    "0123456789+-=()−abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ†‡",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ†‡")

  private static let lower = pairs(
    "0123456789+-=()−aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static let all = Set(upper.values).union(lower.values)

  private static func pairs(_ plain: String, _ set: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(plain.unicodeScalars, set.unicodeScalars), uniquingKeysWith: { $1 })
  }
}
