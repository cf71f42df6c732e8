extension Venue {
  /// A way in which a venue is named.
  struct Spelling {
    /// In small letters; a name of one word counts only with a capital.
    var words: [String]
    /// Nil for what only looks like a venue: longer names that begin with one.
    var name: String?
  }

  /// All spellings by their first word, the longest first.
  static let spellings: [String: [Spelling]] = {
    var spellings: [String: [Spelling]] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      let name = String(parts[0])
      var ways = parts.count > 1 ? parts[1].split(separator: "|").map(String.init) : []
      if name != "-" { ways.append(name) }
      for way in ways {
        let words = way.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
        guard let first = words.first else { continue }
        spellings[first, default: []].append(Spelling(words: words, name: name == "-" ? nil : name))
      }
    }
    return spellings.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  /// Conferences and journals that practitioners know by a short name, with other names for each;
  /// `-` stands before what is another venue than it seems.
  private static let table = """
    NeurIPS:nips|neural information processing systems
    ICML:international conference on machine learning|intl conf on machine learning
    -:international conference on machine learning and|international conference on machine learning for
    ICLR:international conference on learning representations
    AAAI:aaai conference on artificial intelligence
    -:aaai conference on|aaai fall symposium|aaai acm conference
    AAAI Spring Symposium:aaai spring symposia
    ICWSM:aaai conference on web and social media|international conference on web and social media
    HCOMP:aaai conference on human computation
    AIES:conference on ai ethics and society
    IJCAI:international joint conference on artificial intelligence|international joint conferences on artificial intelligence
    ECAI:european conference on artificial intelligence
    IJCNN:international joint conference on neural networks
    ICANN:international conference on artificial neural networks
    UAI:uncertainty in artificial intelligence
    AISTATS:artificial intelligence and statistics
    COLT:conference on learning theory
    ALT:algorithmic learning theory
    ACML:asian conference on machine learning
    ECML PKDD:ecml|pkdd|european conference on machine learning
    AAMAS:autonomous agents and multiagent systems|autonomous agents and multi agent systems
    ICAPS:automated planning and scheduling
    KR:principles of knowledge representation and reasoning
    COLM:conference on language modeling
    MLSys:sysml|machine learning and systems
    CoRL:conference on robot learning
    L4DC:learning for dynamics and control
    CoLLAs:conference on lifelong learning agents
    AutoML-Conf:automl conference
    JMLR:journal of machine learning research|j mach learn res
    TMLR:transactions on machine learning research
    JAIR:journal of artificial intelligence research|journal of artificial intelligence research jair
    TPAMI:pami|transactions on pattern analysis and machine intelligence|trans pattern anal mach intell
    IJCV:international journal of computer vision
    TNNLS:transactions on neural networks and learning systems
    TIP:ieee tip|transactions on image processing
    TKDE:transactions on knowledge and data engineering
    TMI:ieee tmi|transactions on medical imaging
    RA-L:robotics and automation letters
    T-RO:transactions on robotics
    TASLP:transactions on audio speech and language processing
    CVPR:cvprw|computer vision and pattern recognition
    -:computer vision and pattern recognition and
    ICCV:iccvw|international conference on computer vision
    -:international conference on computer vision theory|international conference on computer vision and
    ECCV:eccvw|european conference on computer vision
    ACCV:asian conference on computer vision
    WACV:wacvw|applications of computer vision
    BMVC:british machine vision conference
    ICIP:international conference on image processing
    ICPR:international conference on pattern recognition
    -:international conference on pattern recognition and|international conference on pattern recognition applications
    ICME:international conference on multimedia and expo
    ACM MM:acm multimedia|acm international conference on multimedia
    MICCAI:medical image computing and computer assisted intervention
    MIDL:medical imaging with deep learning
    ISBI:international symposium on biomedical imaging
    -:findings of the association for computational linguistics
    ACL:meeting of the association for computational linguistics|meeting of the acl
    EMNLP:empirical methods in natural language processing
    NAACL:north american chapter of the association for computational linguistics|north american chapter of the acl
    EACL:european chapter of the association for computational linguistics|european chapter of the acl
    AACL:asia pacific chapter of the association for computational linguistics
    COLING:international conference on computational linguistics
    LREC-COLING
    LREC:language resources and evaluation conference|international conference on language resources and evaluation
    TACL:transactions of the association for computational linguistics|transactions of the acl
    CoNLL:computational natural language learning
    IJCNLP:international joint conference on natural language processing
    WMT:conference on machine translation
    Interspeech
    ICASSP:international conference on acoustics speech and signal processing
    ASRU:automatic speech recognition and understanding
    SLT:spoken language technology
    ISMIR:international society for music information retrieval
    KDD:sigkdd|acm sigkdd|knowledge discovery and data mining|knowledge discovery & data mining
    PAKDD:pacific asia conference on knowledge discovery and data mining
    -:knowledge discovery and data mining and
    WWW:the web conference|world wide web conference|theweb conf|thewebconf
    SIGIR:acm sigir|research and development in information retrieval|research & development in information retrieval
    -:acm sigir conference on innovative theory
    RecSys:conference on recommender systems
    WSDM:web search and data mining
    CIKM:information and knowledge management
    ECIR:european conference on information retrieval
    ICDM:international conference on data mining
    SDM:siam international conference on data mining
    SIGMOD:acm sigmod|international conference on management of data
    VLDB:pvldb|very large data bases|proceedings of the vldb endowment|proc vldb endow
    ICDE:international conference on data engineering
    PODS:principles of database systems
    ICRA:international conference on robotics and automation
    IROS:intelligent robots and systems
    RSS:robotics science and systems
    HRI:human robot interaction
    CDC:conference on decision and control
    ACC:american control conference
    CHI:human factors in computing systems
    UIST:user interface software and technology
    CSCW:computer supported cooperative work
    FAccT:fairness accountability and transparency
    IUI:intelligent user interfaces
    SIGGRAPH Asia
    SIGGRAPH:acm siggraph
    STOC:symposium on theory of computing|symposium on the theory of computing
    FOCS:foundations of computer science
    -:mathematical foundations of computer science
    SODA:symposium on discrete algorithms
    ITCS:innovations in theoretical computer science
    ICALP:automata languages and programming
    EC:acm ec|economics and computation
    STACS:symposium on theoretical aspects of computer science
    ESA:european symposium on algorithms
    SoCG:symposium on computational geometry
    LICS:logic in computer science
    CAV:computer aided verification
    POPL:principles of programming languages
    PLDI:programming language design and implementation
    OOPSLA:splash
    ICFP:international conference on functional programming
    ICSE:international conference on software engineering
    -:international conference on software engineering and
    FSE:esec/fse|esec fse|foundations of software engineering
    ASE:automated software engineering
    ISSTA:symposium on software testing and analysis
    USENIX Security:usenix security symposium
    USENIX ATC:usenix annual technical conference
    CCS:acm ccs|computer and communications security
    S&P:ieee s&p|ieee symposium on security and privacy
    NDSS:network and distributed system security
    CRYPTO
    EUROCRYPT
    ASIACRYPT
    OSDI:operating systems design and implementation
    SOSP:symposium on operating systems principles
    NSDI:networked systems design and implementation
    EuroSys
    ASPLOS:architectural support for programming languages and operating systems
    ISCA:international symposium on computer architecture
    MICRO:international symposium on microarchitecture
    HPCA:high performance computer architecture
    DAC:design automation conference
    SC:supercomputing
    INFOCOM
    SIGCOMM:acm sigcomm
    MobiCom
    GLOBECOM:global communications conference
    ISIT:international symposium on information theory|intern symposium on information theory
    ITW:information theory workshop
    PODC:principles of distributed computing
    3DV:international conference on 3d vision
    GECCO:genetic and evolutionary computation conference
    """
}
