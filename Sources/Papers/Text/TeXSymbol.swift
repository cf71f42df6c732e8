/// Commands that stand for characters, in text and in mathematics, by how they are spaced.
///
/// Each table holds pairs of a command and its characters.
enum TeXSymbol {
  /// Letters and signs. `\epsilon` and `\phi` are as arXiv itself shows them.
  static let signs = """
    alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω digamma ϝ eps ε
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ
    varPsi Ψ varOmega Ω upalpha α upbeta β upgamma γ updelta δ uplambda λ upmu μ upnu ν uppi π
    upsigma σ uptau τ upphi φ upchi χ upomega ω

    ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ wp ℘ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ daleth ℸ eth ð
    mho ℧ Bbbk 𝕜 complement ∁ infty ∞ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ angle ∠
    measuredangle ∡ sphericalangle ∢ triangle △ vartriangle △ triangledown ▽ square □ Box □ qed □
    blacksquare ■ Diamond ◇ lozenge ◊ blacklozenge ⧫ bigstar ★ blacktriangle ▲ blacktriangledown ▼
    prime ′ backprime ‵ dagger † dag † ddagger ‡ ddag ‡ textdagger † textdaggerdbl ‡ S § P ¶
    pounds £ euro € texteuro € EUR € textsterling £ textyen ¥ yen ¥ textcent ¢ copyright © textcopyright ©
    textregistered ® circledR ® texttrademark ™ degree ° textdegree ° degr ° arcdeg ° arcmin ′
    arcsec ″ checkmark ✓ maltese ✠ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭
    natural ♮ sharp ♯ male ♂ female ♀ Sun ☉ astrosun ☉ Earth ♁ earth ♁ textmu µ micron μm
    textohm Ω ohm Ω textnumero № textordmasculine º textordfeminine ª textonehalf ½
    textonequarter ¼ textthreequarters ¾ textparagraph ¶ textsection § textasteriskcentered ∗

    vert | Vert ‖ backslash \\ colon : textellipsis … vdots ⋮ ddots ⋱
    textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “
    textquotedblright ” textquotesingle ' textquotedbl " quotedblbase „ quotesinglbase ‚
    guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › flqq « frqq » lq ‘ rq ’
    textunderscore _ textbar | textless < textgreater > textdollar $ textpercent % textbullet •
    textperiodcentered · textasciitilde ~ textasciicircum ^ textasciigrave ` textbackslash \\
    textbraceleft { textbraceright } textexclamdown ¡ textquestiondown ¿ textvisiblespace ␣ slash /
    lbrack [ rbrack ] lbrace { rbrace } TeX TeX LaTeX LaTeX LaTeXe LaTeX2ε BibTeX BibTeX
    """

  /// Signs that stand close before what they belong to: `\forall x` is ∀x.
  static let prefixes = """
    forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ partial ∂ nabla ∇ surd √
    langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ llbracket ⟦ lgroup ⟮ ulcorner ⌜ llcorner ⌞
    """

  /// Signs that stand close behind: `x \rangle` is x⟩.
  static let suffixes = """
    rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rrbracket ⟧ rgroup ⟯ urcorner ⌝ lrcorner ⌟
    """

  /// Operators, relations and arrows: spaced on both sides or on neither, as on the left.
  static let infixes = """
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ biguplus ⨄
    bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigwedge ⋀ bigvee ⋁ bigcirc ◯ bigtriangleup △
    bigtriangledown ▽
    pm ± mp ∓ textpm ± times × texttimes × div ÷ cdot · cdotp · centerdot · ast ∗ star ⋆ circ ∘
    bullet • diamond ⋄ cup ∪ cap ∩ Cup ⋓ Cap ⋒ sqcup ⊔ sqcap ⊓ uplus ⊎ setminus ∖ smallsetminus ∖
    wedge ∧ land ∧ vee ∨ lor ∨ veebar ⊻ barwedge ⊼ curlyvee ⋎ curlywedge ⋏ oplus ⊕ ominus ⊖
    otimes ⊗ oslash ⊘ odot ⊙ circledast ⊛ circledcirc ⊚ circleddash ⊝ boxplus ⊞ boxminus ⊟
    boxtimes ⊠ boxdot ⊡ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ bowtie ⋈ Join ⋈ wr ≀
    amalg ⨿ dotplus ∔ divideontimes ⋇ intercal ⊺ triangleleft ◁ triangleright ▷ cdots ⋯ dotsb ⋯
    dotsm ⋯ dotsi ⋯ ldots … dots … dotsc … dotso …

    le ≤ leq ≤ leqslant ⩽ leqq ≦ ge ≥ geq ≥ geqslant ⩾ geqq ≧ ll ≪ lll ⋘ gg ≫ ggg ⋙ lesssim ≲
    lesim ≲ la ≲ ga ≳ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lessdot ⋖
    gtrdot ⋗ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ ne ≠ neq ≠ equiv ≡ sim ∼
    nsim ≁ thicksim ∼ backsim ∽ simeq ≃ approx ≈ thickapprox ≈ approxeq ≊ cong ≅ ncong ≇ propto ∝
    varpropto ∝ asymp ≍ doteq ≐ doteqdot ≑ Doteq ≑ triangleq ≜ eqdef ≝ coloneq ≔
    coloneqq ≔ eqqcolon ≕ defeq ≔ circeq ≗ bumpeq ≏ Bumpeq ≎ prec ≺ succ ≻ preceq ⪯ succeq ⪰
    preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿ nprec ⊀ nsucc ⊁ in ∈ notin ∉ ni ∋ owns ∋
    subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌
    subseteqq ⫅ supseteqq ⫆ nsubseteq ⊈ nsupseteq ⊉ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐
    sqsubseteq ⊑ sqsupseteq ⊒ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ Perp ⫫ indep ⫫ vdash ⊢
    dashv ⊣ nvdash ⊬ models ⊨ vDash ⊨ nvDash ⊭ Vdash ⊩ Vvdash ⊪ therefore ∴ because ∵ between ≬
    pitchfork ⋔ frown ⌢ smile ⌣ trianglelefteq ⊴ trianglerighteq ⊵ ntriangleleft ⋪
    ntriangleright ⋫ vartriangleleft ⊲ vartriangleright ⊳ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵

    to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔
    longleftrightarrow ⟷ uparrow ↑ downarrow ↓ updownarrow ↕ Rightarrow ⇒ Longrightarrow ⟹
    implies ⟹ Leftarrow ⇐ Longleftarrow ⟸ impliedby ⟸ Leftrightarrow ⇔ Longleftrightarrow ⟺ iff ⟺
    Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩
    rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
    leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ leftleftarrows ⇇
    upuparrows ⇈ downdownarrows ⇊ upharpoonright ↾ restriction ↾ leadsto ⇝ rightsquigarrow ⇝
    leftrightsquigarrow ↭ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ twoheadrightarrow ↠
    twoheadleftarrow ↞ rightarrowtail ↣ leftarrowtail ↢ dashrightarrow ⇢ dashleftarrow ⇠
    circlearrowright ↻ circlearrowleft ↺ curvearrowright ↷ curvearrowleft ↶ nrightarrow ↛
    nleftarrow ↚ nleftrightarrow ↮ nRightarrow ⇏ nLeftarrow ⇍ multimap ⊸ Rrightarrow ⇛
    textrightarrow → textleftarrow ← textuparrow ↑ textdownarrow ↓
    """

  /// A relation that does not hold: ≠ of =.
  static func negated(_ symbol: Unicode.Scalar) -> [Unicode.Scalar] {
    negations[symbol].map { [$0] } ?? [symbol, "\u{338}"]
  }

  private static let negations: [Unicode.Scalar: Unicode.Scalar] = [
    "=": "≠", "∈": "∉", "∋": "∌", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∼": "≁", "≡": "≢",
    "≈": "≉", "≅": "≇", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∃": "∄", "∣": "∤", "∥": "∦",
    "≺": "⊀", "≻": "⊁", "⊢": "⊬", "⊨": "⊭", "→": "↛", "←": "↚", "↔": "↮", "⇒": "⇏", "⇐": "⇍",
  ]
}
