/// The accents of TeX.
enum TeXAccent {}
