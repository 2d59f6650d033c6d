"""Letters of the Arabic script and their codes in the machine-readable zone (ICAO 9303-3 §6.C).

`X` introduces a code of several letters; marks of vowels and the tatweel have none. Shadda and a
final teh marbuta follow rules, not the table: see `transliteration`. Not encoded by the standard:
U+069C, U+06A2, U+06A7, U+06A8. The last two of the table are from its appendix only: U+06A4 is V
in its table and XV in its sample program; the table is followed.
"""

CODES: dict[str, str] = {
    "\u0621": "XE",  # letter hamza
    "\u0622": "XAA",  # letter alef with madda above
    "\u0623": "XAE",  # letter alef with hamza above
    "\u0624": "U",  # letter waw with hamza above
    "\u0625": "I",  # letter alef with hamza below
    "\u0626": "XI",  # letter yeh with hamza above
    "\u0627": "A",  # letter alef
    "\u0628": "B",  # letter beh
    "\u0629": "XTA",  # letter teh marbuta
    "\u062a": "T",  # letter teh
    "\u062b": "XTH",  # letter theh
    "\u062c": "J",  # letter jeem
    "\u062d": "XH",  # letter hah
    "\u062e": "XKH",  # letter khah
    "\u062f": "D",  # letter dal
    "\u0630": "XDH",  # letter thal
    "\u0631": "R",  # letter reh
    "\u0632": "Z",  # letter zain
    "\u0633": "S",  # letter seen
    "\u0634": "XSH",  # letter sheen
    "\u0635": "XSS",  # letter sad
    "\u0636": "XDZ",  # letter dad
    "\u0637": "XTT",  # letter tah
    "\u0638": "XZZ",  # letter zah
    "\u0639": "E",  # letter ain
    "\u063a": "G",  # letter ghain
    "\u0640": "",  # tatweel
    "\u0641": "F",  # letter feh
    "\u0642": "Q",  # letter qaf
    "\u0643": "K",  # letter kaf
    "\u0644": "L",  # letter lam
    "\u0645": "M",  # letter meem
    "\u0646": "N",  # letter noon
    "\u0647": "H",  # letter heh
    "\u0648": "W",  # letter waw
    "\u0649": "XAY",  # letter alef maksura
    "\u064a": "Y",  # letter yeh
    "\u064b": "",  # fathatan
    "\u064c": "",  # dammatan
    "\u064d": "",  # kasratan
    "\u064e": "",  # fatha
    "\u064f": "",  # damma
    "\u0650": "",  # kasra
    "\u0652": "",  # sukun
    "\u0670": "",  # letter superscript alef
    "\u0671": "XXA",  # letter alef wasla
    "\u0679": "XXT",  # letter tteh
    "\u067c": "XRT",  # letter teh with ring
    "\u067e": "P",  # letter peh
    "\u0681": "XKE",  # letter hah with hamza above
    "\u0685": "XXH",  # letter hah with three dots above
    "\u0686": "XC",  # letter tcheh
    "\u0688": "XXD",  # letter ddal
    "\u0689": "XDR",  # letter dal with ring
    "\u0691": "XXR",  # letter rreh
    "\u0693": "XRR",  # letter reh with ring
    "\u0696": "XRX",  # letter reh with dot below and dot above
    "\u0698": "XJ",  # letter jeh
    "\u069a": "XXS",  # letter seen with dot below and dot above
    "\u06a9": "XKK",  # letter keheh
    "\u06ab": "XXK",  # letter kaf with ring
    "\u06ad": "XNG",  # letter ng
    "\u06af": "XGG",  # letter gaf
    "\u06ba": "XNN",  # letter noon ghunna
    "\u06bc": "XXN",  # letter noon with ring
    "\u06be": "XDO",  # letter heh doachashmee
    "\u06c0": "XYH",  # letter heh with yeh above
    "\u06c1": "XXG",  # letter heh goal
    "\u06c2": "XGE",  # letter heh goal with hamza above
    "\u06c3": "XTG",  # letter teh marbuta goal
    "\u06cc": "XYA",  # letter farsi yeh
    "\u06cd": "XXY",  # letter yeh with tail
    "\u06d0": "Y",  # letter e
    "\u06d2": "XYB",  # letter yeh barree
    "\u06d3": "XBE",  # letter yeh barree with hamza above
    "\u06a4": "V",  # letter veh
    "\u06a5": "XF",  # letter feh with three dots below
}
