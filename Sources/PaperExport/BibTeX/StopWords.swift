/// The words of a title that arXiv leaves out of a BibTeX key: English words that say little.
///
/// The list is arXiv's to the letter, `amoungst`, `fify` and `thickv` included.
package enum StopWords {
  /// All of them, in lower case.
  package static let all = Set(
    [articlesAndPronouns, prepositionsAndConjunctions, verbs, adverbs, numbersAndOthers]
      .flatMap { $0.split { $0 == " " || $0 == "\n" }.map(String.init) })

  private static let articlesAndPronouns = """
    a an the this that these those me my mine myself we us our ours ourselves you your yours
    yourself yourselves he him his himself she her hers herself it its itself they them their
    themselves who whoever whom whose which what whatever anyone anything everyone everything noone
    nobody none nothing someone something somehow other others another each either neither both
    any all every few many much more most several some such same own one
    """

  private static let prepositionsAndConjunctions = """
    about above across after against along among amongst amoungst around as at before behind below
    beside besides between beyond by down due during except for from in into of off on onto out over
    per re since than through throughout thru to toward towards under until up upon via with within
    without and although because but if nor or so though whereas whether while when where
    why how whence whenever wherever whither
    """

  private static let verbs = """
    am are be became become becomes becoming been being is was were can cannot cant could couldnt
    do done had has hasnt have may might must should will would seem seemed seeming seems call cry
    describe fill find found get give go keep made move name put see show take please
    """

  private static let adverbs = """
    afterwards again almost alone already also always anyhow anyway anywhere back beforehand else
    elsewhere enough even ever everywhere further hence here hereafter hereby herein hereupon
    however indeed last latter latterly least less meanwhile moreover mostly namely never
    nevertheless next no not now nowhere often once only otherwise perhaps rather sometime
    sometimes somewhere still then thence there thereafter thereby therefore therein thereupon
    thus together too very well whereafter whereby wherein whereupon yet
    """

  private static let numbersAndOthers = """
    two three four five six eight nine ten eleven twelve fifteen fify twenty forty sixty hundred
    first third amount bill bottom top co con de detail eg etc ie inc ltd un fire former formerly front
    full empty interest mill part serious side sincere system thickv thin whole
    """
}
