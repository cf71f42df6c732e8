/// What generated papers are made of.
enum GeneratedWords {
  static let givenNames = [
    "Ada", "Aisha", "Akira", "Alejandro", "Amélie", "Anja", "Bo", "Carlos", "Chiamaka", "Chloé",
    "Daniel", "Dmitri", "Elena", "Emeka", "Fatima", "Felix", "François", "Grace", "Haruki",
    "Ingrid",
    "Jakub", "João", "José", "Katarzyna", "Lars", "Leila", "Li", "Lukáš", "Mehmet", "Mei", "Minh",
    "Nadia", "Noor", "Olga", "Oluwaseun", "Priya", "Quentin", "Rajesh", "Rosa", "Sanjay", "Siobhán",
    "Søren", "Thị", "Tomás", "Ugo", "Vera", "Wei", "Xin", "Yuki", "Zoë",
  ]

  static let familyNames = [
    "Adeyemi", "Ahmed", "Andersson", "Bauer", "Bengtsson", "Chen", "Costa", "Dubois", "Erdős",
    "Fernández", "García", "Gupta", "Hansen", "Hoang", "Ivanov", "Jansen", "Kim", "Kowalski",
    "Kumar", "Lefèvre", "Lindström", "Liu", "Lopez", "Martín", "Mbeki", "Müller", "Nakamura",
    "Nguyen", "Novák", "O'Brien", "Okafor", "Öztürk", "Park", "Patel", "Petrov", "Rossi", "Sato",
    "Schröder", "Silva", "Singh", "Smith", "Sørensen", "Tanaka", "Wang", "Weiß", "Xu", "Yılmaz",
    "Zhang", "Zhou", "Žižek",
  ]

  /// Names as TeX and the wider world have them.
  static let unusualNames = [
    "Erwin Schr\\\"odinger", "Pawe{\\l} Wi\\'sniewski", "Bj{\\o}rn {\\AA}s", "李明", "山田太郎",
    "김지우", "Jos\\'e {\\'A}lvarez", "Đorđe Đukić", "LLM Evaluation Collaboration", "Suparna",
    "Jean-Fran\\c{c}ois Kra{\\ss}", "Nguyễn Thị Minh",
  ]

  static let affiliations = [
    "University of Somewhere", "Institute for Learning Machines", "École des Nombres",
    "Open Research Collective", "Northern Technical University",
  ]

  static let methods = [
    "Adaptive Routing", "Attention Sinks", "Bayesian Calibration", "Causal Masking",
    "Contrastive Decoding", "Curriculum Distillation", "Diffusion Planning", "Dual Encoders",
    "Energy-Based Training", "Federated Averaging", "Flow Matching", "Gradient Surgery",
    "Hierarchical Memory", "In-Context Retrieval", "Kernel Regression", "Latent Reasoning",
    "Low-Rank Adaptation", "Mixture-of-Experts", "Preference Optimization", "Prompt Compression",
    "Quantized Fine-Tuning", "Reward Shaping", "Self-Supervised Pretraining", "Sparse Attention",
    "Speculative Sampling", "State Space Models", "Test-Time Scaling", "Tool Use",
    "Variational Inference", "World Models",
  ]

  static let tasks = [
    "Code Generation", "Continual Learning", "Document Understanding", "Domain Generalization",
    "Embodied Navigation", "Graph Classification", "Image Segmentation", "Language Modeling",
    "Long-Horizon Planning", "Low-Resource Translation", "Mathematical Reasoning",
    "Medical Imaging", "Molecular Design", "Multi-Agent Coordination", "Object Detection",
    "Offline Reinforcement Learning", "Open-Domain Question Answering", "Protein Folding",
    "Recommendation", "Robotic Manipulation", "Speech Recognition", "Time Series Forecasting",
    "Tabular Data", "Uncertainty Quantification", "Video Understanding", "Weather Prediction",
  ]

  static let properties = [
    "Calibrated", "Data-Efficient", "Differentiable", "Efficient", "Interpretable",
    "Length-Invariant", "Memory-Bounded", "Multilingual", "Provable", "Robust", "Scalable",
    "Secure", "Structured", "Training-Free", "Unified",
  ]

  /// Titles with TeX and wide characters: `%1` a method, `%2` a task, `%3` a property.
  static let titles = [
    "%3 %1 for %2", "%1 for %2: A %3 Approach", "Towards %3 %2 with %1", "When Does %1 Help %2?",
    "%1 Is Not Enough for %2", "Rethinking %1 in %2", "A %3 View of %1 and %2",
    "On the Limits of %1 for %2", "%2 via %3 %1", "Learning %1 from Scratch for %2",
  ]

  static let unusualTitles = [
    "$\\alpha$-%1: %3 Updates for %2", "$\\ell_0$-Regularized %1 for %2",
    "\\textsc{Paperbench}: %3 Evaluation of %2", "M$^{2}$-%1 for %2 in $\\mathcal{O}(n\\log n)$",
    "大規模言語モデル: %1 for %2", "Schr\\\"odinger Bridges and %1 for %2", "%1 for %2 🧪",
  ]

  static let openings = [
    "Recent progress in %2 rests on ever larger models, yet the role of %1 is poorly understood.",
    "We study %1 as a means to %2, where present methods need large amounts of labelled data.",
    "Despite its success, %1 remains hard to apply to %2 when the distribution shifts.",
    "This paper asks whether %1 can replace the hand-tuned pipelines that dominate %2.",
    "Practitioners of %2 face a trade-off between cost and quality that %1 promises to remove.",
  ]

  static let sentences = [
    "We introduce a %3 formulation that separates what is learned from how it is used.",
    "Our analysis shows that the error decays as $O(1/\\sqrt{n})$ under mild assumptions.",
    "The method needs no additional supervision and adds less than one percent of compute.",
    "We prove that the procedure converges and bound its regret by $\\tilde{O}(d\\sqrt{T})$.",
    "An ablation attributes most of the gain to the schedule rather than to model size.",
    "Across twelve benchmarks it improves on the strongest baseline by 3.4\\% on average.",
    "We further observe that the effect grows with context length, in contrast to prior reports.",
    "A simple change to the objective removes the collapse that others have described.",
    "In a study with domain experts, its answers were preferred in 71\\% of the cases.",
    "We find, perhaps surprisingly, that smaller models profit more than larger ones.",
    "The approach extends naturally to %2 and composes with existing uses of %1.",
    "To support further work we release a benchmark of 48{,}000 examples in nine languages.",
    "Failure cases cluster around rare entities & long-range dependencies (e.g. $k > 64$).",
    "Theoretical results for the linear case explain the observed phase transition.",
    "We also report negative results: the benefit vanishes once the data are deduplicated.",
  ]

  /// What sentences said in a first version instead.
  static let firstClaims = [
    ("We prove that", "We conjecture that"), ("twelve benchmarks", "seven benchmarks"),
    ("by 3.4\\% on average", "by 1.8\\% on average"),
    ("less than one percent", "some four percent"),
    ("in 71\\% of the cases", "in 58\\% of the cases"), ("nine languages", "two languages"),
    ("mild assumptions", "strong assumptions"),
  ]

  static let endings = [
    "Code and models are available at https://github.com/example/%4.",
    "These findings suggest that evaluation, not architecture, is the present bottleneck.",
    "We close with open problems and a discussion of limits.",
    "All experiments run on a single accelerator in under a day.",
  ]

  static let comments = [
    "Accepted at ICML 2026", "Accepted to NeurIPS 2025 (spotlight)", "Published at ICLR 2026",
    "12 pages, 5 figures", "Preprint. Under review.", "ACL 2026 Findings", "9 pages + appendix",
    "Code: https://github.com/example/%4", "CVPR 2026; project page: https://example.org/%4",
  ]

  static let categories = [
    "cs.LG", "cs.LG", "cs.LG", "cs.CL", "cs.CL", "cs.AI", "cs.CV", "stat.ML",
  ]
}
