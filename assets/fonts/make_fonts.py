#!/usr/bin/env python3
"""Makes the NormScope Sans fonts of this folder from Inter.

    python3 make_fonts.py FOLDER_WITH_INTER_OTF_FILES

Needs fontTools (Debian: python3-fonttools) and Inter 3.19 (Debian: fonts-inter). What it does and
why stands in README.md. Running it twice gives the same bytes.
"""

import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

FAMILY = "NormScope Sans"

# Inter's style -> family, style. JavaFX only tells regular from bold inside a family, so that the
# weights between need a family of their own.
STYLES = {
    "Regular": (FAMILY, "Regular"),
    "Bold": (FAMILY, "Bold"),
    "Medium": (FAMILY + " Medium", "Regular"),
    "SemiBold": (FAMILY + " SemiBold", "Regular"),
}

RANGES = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A: names and languages of Europe
    (0x0300, 0x030C),  # combining marks: z with tilde, x with bar or hat
    (0x0370, 0x03FF),  # Greek
    (0x1D62, 0x1D65),  # subscript i r u v
    (0x1E90, 0x1E91),  # z with circumflex
    (0x2010, 0x2027),  # dashes, quotation marks, bullet, ellipsis
    (0x202F, 0x203A),  # narrow space, per mille, primes
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20AC, 0x20AC),  # euro
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2318, 0x2318),  # command key
    (0x23CE, 0x23CE),  # return key
    (0x2423, 0x2423),  # open box: the space bar
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2605, 0x2606),  # stars
    (0x2713, 0x2717),  # check mark, cross
    (0x2C7C, 0x2C7C),  # subscript j
]

# What is made tabular: numbers that change while one looks at them. Inter's own tabular point and
# comma would be as wide as a digit, which reads badly; as they are, they never change their width.
TABULAR = "0123456789"


def tabular_glyphs(font):
    """Inter's own map from proportional to tabular glyphs, read from its OpenType feature tnum."""
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            lookup = gsub.LookupList.Lookup[record.Feature.LookupListIndex[0]]
            table = lookup.SubTable[0]
            return getattr(table, "ExtSubTable", table).mapping
    raise ValueError("this font has no tabular figures (feature tnum)")


def freeze_tabular_digits(font):
    """Lets the digits' code points name the tabular glyphs, all exactly as wide as the zero.

    In Inter's bolder weights they differ by up to five units of 2816.
    """
    tabular = tabular_glyphs(font)
    width = font["hmtx"][tabular["uni0030"]][0]
    for digit in range(10):
        name = tabular[f"uni{0x30 + digit:04X}"]
        font["hmtx"][name] = (width, font["hmtx"][name][1])
    for table in font["cmap"].tables:
        for char in TABULAR:
            if ord(char) in table.cmap:
                # The tables of two platforms may be one and the same object.
                table.cmap[ord(char)] = tabular.get(table.cmap[ord(char)], table.cmap[ord(char)])


def subset(font):
    options = Options()
    # Not calt: it turns "->" and "2x3" into other characters than the ones in the text.
    options.layout_features = ["ccmp", "locl", "mark", "mkmk", "kern"]
    options.name_IDs = [0, 9, 11, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
    subsetter.subset(font)


def to_true_type(font):
    """Replaces the cubic (CFF) outlines by quadratic ones, to a thousandth of an em.

    TrueType outlines are what every consumer takes: JavaFX and AWT on all platforms, and PDFBox.
    """
    order = font.getGlyphOrder()
    glyph_set = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyph_set[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        glyphs[name] = pen.glyph()

    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    del font["CFF "]
    glyf.compile(font)
    for name in order:
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(glyphs[name], "xMin", 0))

    font["maxp"] = maxp = newTable("maxp")
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    maxp.maxTwilightPoints = maxp.maxStorage = maxp.maxFunctionDefs = 0
    maxp.maxInstructionDefs = maxp.maxStackElements = maxp.maxSizeOfInstructions = 0
    maxp.maxComponentElements = 0
    maxp.compile(font)
    post = font["post"]
    post.formatType = 3.0
    post.extraNames = []
    post.mapping = {}
    font.sfntVersion = "\000\001\000\000"


def rename(font, family, style):
    full = family if style == "Regular" else f"{family} {style}"
    post_script = family.replace(" ", "") + "-" + style
    names = {
        1: family,
        2: style,
        3: post_script + ";Inter-3.19",
        4: full,
        5: "Version 3.019",
        6: post_script,
        10: "A subset of Inter with tabular digits, made for NormScope.",
    }
    for name_id, text in names.items():
        for platform in ((3, 1, 0x409), (1, 0, 0)):
            font["name"].setName(text, name_id, *platform)
    os2 = font["OS/2"]
    os2.fsSelection = 0x20 if style == "Bold" else 0x40
    font["head"].macStyle = 1 if style == "Bold" else 0


def make(source, target, family, style):
    font = TTFont(source, recalcTimestamp=False)
    freeze_tabular_digits(font)
    subset(font)
    to_true_type(font)
    rename(font, family, style)
    font.save(target)
    print(f"{target.name}: {len(font.getGlyphOrder())} glyphs, {target.stat().st_size // 1024} KB")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = Path(sys.argv[1])
    folder = Path(__file__).resolve().parent
    for inter, (family, style) in STYLES.items():
        make(source / f"Inter-{inter}.otf", folder / f"NormScopeSans-{inter}.ttf", family, style)


if __name__ == "__main__":
    main()
