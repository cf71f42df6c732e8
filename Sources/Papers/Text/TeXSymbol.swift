/// Commands that stand for a character, in text and in mathematics.
enum TeXSymbol {
  /// The character of a command, without its backslash.
  static func text(of command: String) -> String? { characters[command] }

  /// A relation that does not hold: ≠ of =.
  static func negated(_ symbol: Unicode.Scalar) -> [Unicode.Scalar] {
    let known: [Unicode.Scalar: Unicode.Scalar] = [
      "=": "≠", "∈": "∉", "∋": "∌", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∼": "≁", "≡": "≢",
      "≈": "≉", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∃": "∄", "∣": "∤", "∥": "∦",
    ]
    return known[symbol].map { [$0] } ?? [symbol, "\u{338}"]
  }

  private static let characters: [String: String] = {
    let words = table.split(whereSeparator: \.isWhitespace).map(String.init)
    var characters = ["textasciitilde": "~", "textbackslash": "\\", "TeX": "TeX", "LaTeX": "LaTeX"]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      characters[words[index]] = words[index + 1]
    }
    return characters
  }()

  /// Pairs of a command and its character. `\epsilon` and `\phi` are as arXiv itself shows them.
  private static let table = """
    alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω

    ell ℓ hbar ℏ imath ı jmath ȷ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ partial ∂ nabla ∇ infty ∞ emptyset ∅
    varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ triangle △ square □
    Box □ Diamond ◇ diamond ⋄ star ⋆ bullet • circ ∘ prime ′ dagger † dag † ddagger ‡ ddag ‡ S § P ¶
    pounds £ euro € copyright © textregistered ® texttrademark ™ degree ° textdegree ° checkmark ✓
    clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯

    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
    bigwedge ⋀ bigvee ⋁ pm ± mp ∓ times × div ÷ cdot · ast ∗ cup ∪ cap ∩ sqcup ⊔ sqcap ⊓ uplus ⊎
    setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
    ltimes ⋉ rtimes ⋊ wr ≀ amalg ⨿

    le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ lessgtr ≶ ne ≠ neq ≠
    equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ asymp ≍ doteq ≐ triangleq ≜ prec ≺ succ ≻
    preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊
    supsetneq ⊋ sqsubset ⊏ sqsubseteq ⊑ sqsupseteq ⊒ mid ∣ nmid ∤ parallel ∥ perp ⊥ vdash ⊢ dashv ⊣
    models ⊨ vDash ⊨ coloneqq ≔ therefore ∴ because ∵

    to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔ uparrow ↑
    downarrow ↓ updownarrow ↕ Rightarrow ⇒ Longrightarrow ⟹ implies ⟹ Leftarrow ⇐ Leftrightarrow ⇔
    iff ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ rightleftharpoons ⇌
    leadsto ⇝ rightsquigarrow ⇝ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ twoheadrightarrow ↠

    langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖
    lbrace { rbrace } lbrack [ rbrack ] backslash \\ colon : ldots … dots … dotsc … cdots ⋯ dotsb ⋯
    vdots ⋮ ddots ⋱ textellipsis …

    textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “
    textquotedblright ” textquotesingle ' textquotedbl " textunderscore _ textbar | textless <
    textgreater > textdollar $ textpercent % textbullet • textperiodcentered · textmu μ texttimes ×
    guillemotleft « guillemotright » textasciicircum ^ textpm ± slash / lq ‘ rq ’ textohm Ω
    """
}
