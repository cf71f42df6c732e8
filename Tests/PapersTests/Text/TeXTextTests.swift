// swift-format-ignore-file: NeverForceUnwrap

import Papers
import Testing

struct TeXTextTests {
  @Test(arguments: [
    (#"Schr\"odinger"#, "Schrödinger"), (#"Schr\"{o}dinger"#, "Schrödinger"),
    (#"Schr{\"o}dinger"#, "Schrödinger"), (#"Schr{\"{o}}dinger"#, "Schrödinger"),
    (#"R\'{e}nyi"#, "Rényi"), (#"Erd\H{o}s"#, "Erdős"), (#"Erd\H os"#, "Erdős"),
    (#"Mod\`ele \`a processus latent"#, "Modèle à processus latent"),
    (#"L\"uders' and quantum Jeffrey's rules"#, "Lüders' and quantum Jeffrey's rules"),
    (#"\v{C}ech \v Skoda"#, "Čech Škoda"), (#"Fran\c{c}ois"#, "François"),
    (#"\^{\i}le na\"{\i}ve \'\i"#, "île naïve í"), (#"Jakub\r{u}v"#, "Jakubův"),
    (#"Nguy\~{\^e}n"#, "Nguyễn"), (#"\.Zelazny \=a \u{g} \k{e} \d{s} \b{d}"#, "Żelazny ā ğ ę ṣ ḏ"),
    (#"\'{q}"#, "q\u{301}"), (#"\v{sk}"#, "šk"), (#"Poincar\' e map"#, "Poincaré map"),
    (#"Ji\vrí Matou\vsek"#, "Jiří Matoušek"), (#"Jean-Fran\ccois"#, "Jean-François"),
    (#"S{\o}gaard"#, "Søgaard"), (#"S\o gaard"#, "Søgaard"), (#"S\o{}gaard"#, "Søgaard"),
    (#"Kra{\ss}"#, "Kraß"),
    (#"\AA ngstr\"om \L{}ukasz \AE sir \oe uvre"#, "Ångström Łukasz Æsir œuvre"),
    (#"\dh \DH \th \TH \dj \ng \i x"#, "ðÐþÞđŋıx"),
    (#"Paulo Andr\'e Lima de Castro"#, "Paulo André Lima de Castro"),
    (#"\"a quote\""#, "ä quote\\\""), (#"he said \"hello\""#, "he said \\\"hello\\\""),
    (#"\~{}user x\^{}2"#, "~user x^2"), (#"https://x.org/\~{}me"#, "https://x.org/~me"),
    (#"Mathematica\textsuperscript{\textregistered}"#, "Mathematica®"),
    (#"\foo\!E \emph{\foo}bar \foo\/x"#, #"\foo E \foo bar \foo x"#),
    (#"c:\temp 5\' x\`"#, #"c:\temp 5\' x\`"#),
  ])
  func accentsAndLetters(tex: String, text: String) {
    #expect(Array(tex.texAsUnicode.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    (#"$\alpha$"#, "α"), (#"$\chi^2$"#, "χ²"), ("M$^{2}$GRPO", "M²GRPO"), ("$x^{-10}$", "x⁻¹⁰"),
    (#"$\not\!\!E_T$"#, "E\u{338}_T"), (#"$\not\!E_T$"#, "E\u{338}_T"), (#"$\not \, =$"#, "≠"),
    (#"$\foo\!E$ $a{\foo}b^2$"#, #"\foo E a\foo b²"#), (#"$\foo\!\alpha\foo\;2$"#, #"\fooα\foo 2"#),
    ("$x_{n+1}$", "xₙ₊₁"), ("$L_q$", "L_q"), ("L_q", "L_q"), ("10^6 a_b", "10^6 a_b"),
    ("$b_φ$", "bᵩ"), ("$χ^2$", "χ²"), (#"$0 \le α, β\le 1/8$"#, "0 ≤ α, β≤1/8"),
    ("VGGT-$Ω$", "VGGT-Ω"), (#"$\ell^{0}$-Graph"#, "ℓ⁰-Graph"),
    (#"$\texttt{YC-Bench}$"#, "YC-Bench"), (#"21$\,$cm"#, "21 cm"), (#"21\,cm"#, "21 cm"),
    (#"$\mathrm{GL}_2(\mathbb{F}_q)$"#, "GL₂(𝔽_q)"), (#"(1,{\lambda})-embedded"#, "(1,λ)-embedded"),
    (#"$\mathbb{R}^n \to \mathbb{C}$"#, "ℝⁿ → ℂ"), (#"$\mathcal{O}(n\log n)$"#, "𝒪(n log n)"),
    (#"$\mathcal L$ and $\mathfrak{g}$, $\mathfrak{C}$"#, "ℒ and 𝔤, ℭ"), (#"${\cal N}=4$"#, "𝒩=4"),
    (#"$x \in \{1,2\}$"#, "x ∈ {1,2}"), (#"$90^\circ$"#, "90°"),
    ("$f'(x)$ $f^{\\prime\\prime}$", "f′(x) f′′"),
    (#"$\sim$5 and $\pm 3\%$"#, "∼5 and ±3%"), (#"$\not\in$ $\neq$ $\not=$"#, "∉ ≠ ≠"),
    (#"$\left( a \right)$"#, "( a )"), (#"$\left. a \right|$"#, " a |"),
    (#"$\hat{x}$ $\bar y$ $\tilde{ab}$"#, "x\u{302} ȳ $\\tilde{ab}$"),
    (
      #"$\sqrt{n}$ $\frac{1}{2}$ $\sqrt{n+1}$ $\frac{a+b}{2}$"#,
      #"√n 1/2 √(n+1) (a+b)/2"#
    ),
    (#"$x_{\mathrm{max}}$ $x_{\theta}$ $x_{i,j}$"#, "xₘₐₓ x_θ x_{i,j}"),
    (#"$\algoOFL$ and $\foo{a}+\alpha$"#, #"$\algoOFL$ and \foo{a}+α"#),
    (#"\(x^2\) \[ y_1 \]"#, "x² y₁"), ("$$E = mc^2$$", "E = mc²"), ("$ n $", "n"),
    (#"$\min_{\theta} \max_\phi V(\theta,\phi)$"#, "min_θ maxᵩ V(θ,φ)"),
    (#"\alpha-stable \geq 5"#, "α-stable ≥ 5"), ("$a~b$", "a b"),
    (#"$\operatorname{tr}(A)$"#, "tr(A)"),
    (#"$p \text{ is prime}$"#, "p is prime"), ("$G = (V, E)$", "G = (V, E)"),
    ("$(1+\\epsilon)$", "(1+ε)"),
    (#"$2\frac{1}{3}x$ $\frac1n$ $\sqrt{n}m$ $\sqrt[3]{x}$"#, "2(1/3)x 1/n √(n)m ∛x"),
    (#"$\frac{\foo}{2}$ O(k \log n)"#, #"$\frac{\foo}{2}$ O(k log n)"#),
    (#"$2\log\alpha$"#, "2 log α"), (#"$O(n)\log n$"#, "O(n) log n"),
    (#"$k\leq 3$ $k \leq 3$ $a \leq\beta$ $1,\ldots ,n$"#, "k≤3 k ≤ 3 a ≤ β 1,…,n"),
    (#"$\forall x$ $\lfloor n/2 \rfloor$ $f\colon X\to Y$"#, "∀x ⌊n/2⌋ f: X→Y"),
    (#"$\bar{x_1}$ $\overline{AB}$ $\vec v$ \tilde{O}(n)"#, "x̄₁ A̅B̅ v⃗ Õ(n)"),
    (#"$\binom{n}{k}$ ${n \choose k}$ $a{1\over n}$"#, "(n choose k) (n choose k) a(1/n)"),
    (#"$a\pmod p$ $a \bmod b$ $\sqrt[n]{x+1}$"#, "a (mod p) a mod b ⁿ√(x+1)"),
    (#"$\mathcal{E\mkern-2mu L}$ $\mathcal{E\foo L}$"#, #"ℰℒ $\mathcal{E\foo L}$"#),
    (#"$\underset{x}{\min}$ $\stackrel{d}{\to}$"#, "minₓ →ᵈ"),
    (#"10^{-5} 90^\circ \ell_1 H$_2$O R^3 x_{ij} f_{NL}"#, "10⁻⁵ 90° ℓ₁ H₂O R^3 xᵢⱼ f_{NL}"),
    (#"$10{,}000$ and 10{,}000"#, "10,000 and 10,000"),
    ("$λ$1240 J0030$+$0451", "λ1240 J0030+0451"),
  ])
  func mathematics(tex: String, text: String) {
    #expect(Array(tex.texAsUnicode.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    (#"\emph{x} \texttt{y z} {\rm w} {\em v}"#, "x y z w v"), (#"\textbf{a \textit{b}}"#, "a b"),
    (#"\textsc{Bert} {\tt code} \gls{llm}"#, "Bert code llm"),
    (#"\url{https://x.org/~me_2}"#, "https://x.org/~me_2"),
    (#"\href{https://x.org}{here}"#, "here (https://x.org)"), (#"\href{a.b}{a.b}"#, "a.b"),
    ("1--10 a---b -- c", "1–10 a—b – c"), ("--help x --flag", "--help x --flag"), ("----", "----"),
    ("``quoted'' text", "“quoted” text"), ("f''(x) 5''", "f''(x) 5''"),
    ("a `word' b", "a ‘word’ b"),
    ("`code` and 'x'", "`code` and 'x'"), ("Fig.~1", "Fig. 1"), ("~10 x", "~10 x"),
    ("of ~5%", "of ~5%"),
    ("O~(n) Eq.~(1)", "O~(n) Eq. (1)"), (#"\c{opyright}"#, #"\c{opyright}"#),
    ("https://x.org/~me", "https://x.org/~me"),
    (##"5\% R\&D a\_b \$5 \#1 \{x\}"##, "5% R&D a_b $5 #1 {x}"),
    ("$5", "$5"), ("from $5 to $10", "from $5 to $10"), ("$5-$10", "$5-$10"),
    ("a $5 billion and $10 billion plan", "a $5 billion and $10 billion plan"),
    ("unbalanced $x", "unbalanced $x"), ("{GAN} {1,2} }{", "GAN {1,2} }{"),
    (#"\unknown{arg} \algoOFL"#, #"\unknown{arg} \algoOFL"#),
    (#"\cite{a_b} \foo{\alpha}"#, #"\cite{a_b} \foo{\alpha}"#),
    (#"\"#, #"\"#), (#"\alpha{"#, "α{"), ("$", "$"), ("$$", "$$"), ("$$x", "$$x"), (#"\("#, #"\("#),
    ("plain text, no TeX", "plain text, no TeX"), ("", ""),
    (#"\ldots \copyright \LaTeX"#, "… © LaTeX"),
    (#"x\textsuperscript{2} \textsubscript{q}"#, #"x² \textsubscript{q}"#),
    ("a $x$ b\n\n$5 c", "a x b\n\n$5 c"),
    ("{GAN}s {B}ayesian Jean-S{é}bastien {x} {0,1}", "GANs Bayesian Jean-Sébastien {x} {0,1}"),
    ("{The Title: A Study}", "The Title: A Study"), (#"{\normalsize{}}The"#, "The"),
    (#"Miko\laj Stanis\law foo\label{a}"#, #"Mikołaj Stanisław foo\label{a}"#),
    (#"\textcolor{red}{a} {\color{blue} b} c\hspace{1cm}d"#, "a b c d"),
    ("https://x.org/a--b_{c} A --> B <-- 3--4", "https://x.org/a--b_{c} A --> B <-- 3–4"),
    ("cost $10k and $20k, $x$ and US$5", "cost $10k and $20k, x and US$5"),
  ])
  func textCommandsAndPunctuation(tex: String, text: String) {
    #expect(Array(tex.texAsUnicode.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func aPaperIsShownInUnicodeAndKeptAsWritten() {
    let paper = Paper(
      id: ArXivID("1706.03762")!, title: #"The $\chi^2$ test"#, abstract: #"A \emph{b}."#,
      authors: [.init(#"Erwin Schr\"odinger"#)], published: Timestamp("2017-06-12T00:00:00Z")!)
    #expect(paper.titleText == "The χ² test")
    #expect(paper.abstractText == "A b.")
    #expect(paper.authorNames == ["Erwin Schrödinger"])
    #expect(paper.title == #"The $\chi^2$ test"#)
  }
}
