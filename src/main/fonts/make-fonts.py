#!/usr/bin/python3
"""Makes the fonts that Mixoscope ships.

    apt-get install python3-fonttools fonts-inter fonts-jetbrains-mono fonts-noto-cjk fonts-noto-core
    /usr/bin/python3 src/main/fonts/make-fonts.py

JavaFX reads one file a face: it does not fall back from one application font to another and has no
switch for OpenType features. So every face is merged here from several open fonts, Latin and Chinese in
one file, and the figures of the sans face are the tabular ones. What decides the contents:

  symbols.txt               characters of every face beside the letters
  interface-characters.txt  the characters of all messages_zh.properties, rewritten by each run;
                            they go into the sans and the mono face
  GB 2312 level 1           the 3,755 common Chinese characters, in the sans faces

Two runs give the same bytes.
"""

import os
import re
import string
import sys
import unicodedata
from pathlib import Path

os.environ["SOURCE_DATE_EPOCH"] = "1767225600"  # 2026-01-01, read by fontTools

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.roundTools import otRound
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import ttProgram
from fontTools.ttLib.tables._g_l_y_f import ROUND_XY_TO_GRID, Glyph, GlyphComponent, GlyphCoordinates

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "resources"
OUT = RESOURCES / "org/mixoscope/app/ui/fonts"
DEBIAN = Path("/usr/share/fonts")

UNITS = 1000  # per em: Noto's own, and its coordinates fit into single bytes more often than at 2048
CURVE_ERROR = 2  # thousandths of an em: how far a quadratic outline may leave the cubic one
EPOCH = 3849984000  # 2026-01-01 in seconds since 1904, head.created and head.modified
VERSION = "1.000"

MARKS = "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u030A\u030C"
# Where nothing shapes the text, a mark lies where it suits this letter.
MARK_HOME = {"\u0302": "λ"}
MARK_HOME_ELSE = "x"
# JavaFX on Linux takes glyphs and advances from Pango and drops the offsets, so anchors alone leave a
# mark at its home. These marks on these letters are ligatures, which all shapers apply.
LIGATURE_MARKS = "\u0302\u0303\u0304"
LIGATURE_LETTERS = set(string.ascii_letters + "ΓΔΘΛΞΠΣΦΨΩαβγδεζηθικλμνξπρστφχψω")
DOTLESS = {"i": "ı", "j": "ȷ"}


def characters(*ranges):
    return {chr(c) for first, last in ranges for c in range(first, last + 1)}


LETTERS = (
    characters((0x20, 0x7E), (0xA0, 0x17F), (0x391, 0x3A1), (0x3A3, 0x3A9), (0x3B1, 0x3C9))
    | set("ϑϕϵỹỸƒȷ") | set(MARKS)
)
SYMBOLS = set((HERE / "symbols.txt").read_text("utf-8")) - set("\n")
CHINESE_PUNCTUATION = set("\u3000、。〃々〇〈〉《》「」『』【】〔〕〖〗￥") | characters((0xFF01, 0xFF5E))
GB2312_LEVEL_1 = {
    bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312")
    for row in range(16, 56) for cell in range(1, 95) if (row, cell) < (55, 90)
}


def is_chinese(char):
    return 0x2E80 <= ord(char) <= 0x9FFF or 0xFF00 <= ord(char) <= 0xFFEF


def interface_characters():
    """Chinese characters of the interface, and the list of them kept in step with the messages."""
    listing = HERE / "interface-characters.txt"
    text = "".join(path.read_text("utf-8") for path in sorted(RESOURCES.rglob("messages_zh*.properties")))
    text += "".join(chr(int(code, 16)) for code in re.findall(r"\\u([0-9A-Fa-f]{4})", text))
    found = {char for char in text if is_chinese(char)}
    if found:
        listing.write_text("".join(sorted(found)) + "\n", "utf-8")
    return set(listing.read_text("utf-8")) - set("\n")


class Source:
    """One font to take glyphs from, scaled to UNITS."""

    def __init__(self, path, number=-1, tabular=False):
        self.font = TTFont(DEBIAN / path, fontNumber=number)
        self.glyphs = self.font.getGlyphSet()
        self.cmap = dict(self.font.getBestCmap())
        self.scale = UNITS / self.font["head"].unitsPerEm
        if tabular:
            self.use_tabular_digits()

    def use_tabular_digits(self):
        table = self.font["GSUB"].table
        for record in table.FeatureList.FeatureRecord:
            if record.FeatureTag == "tnum":
                for index in record.Feature.LookupListIndex:
                    for sub in table.LookupList.Lookup[index].SubTable:
                        for digit in range(0x30, 0x3A):
                            self.cmap[digit] = sub.mapping.get(self.cmap[digit], self.cmap[digit])

    def contours(self, char, cell=None):
        """Quadratic contours and the advance. A cell is a width to centre the glyph in, shrunk if need be."""
        glyph = self.glyphs[self.cmap[ord(char)]]
        scale, shift, advance = self.scale, 0, glyph.width * self.scale
        if cell is not None and otRound(advance) != cell:
            if advance > cell:
                scale *= cell / advance
                advance = cell
            shift = (cell - advance) / 2
            advance = cell
        flat = DecomposingRecordingPen(self.glyphs)
        glyph.draw(flat)
        record = RecordingPen()
        quadratic = Cu2QuPen(record, CURVE_ERROR, reverse_direction="CFF " in self.font)
        # A glyph shrunk into a cell keeps to the middle of the capitals, not to the baseline.
        lift = (1 - scale / self.scale) * 350 if cell is not None else 0
        flat.replay(TransformPen(quadratic, (scale, 0, 0, scale, shift, lift)))
        return contours_of(record.value), otRound(advance)


def contours_of(record):
    """A pen recording as lists of (x, y, on curve), without the points that TrueType implies."""
    contours = []
    for operator, arguments in record:
        if operator == "moveTo":
            contours.append([(*arguments[0], True)])
        elif operator == "lineTo":
            contours[-1].append((*arguments[0], True))
        elif operator == "qCurveTo":
            if arguments[-1] is None:
                contours.append([(*point, False) for point in arguments[:-1]])
            else:
                contours[-1] += [(*point, False) for point in arguments[:-1]] + [(*arguments[-1], True)]
    rounded = ([(otRound(x), otRound(y), on) for x, y, on in contour] for contour in contours)
    return [without_implied(contour) for contour in rounded if len(contour) > 2]


def without_implied(contour):
    if contour[0] == contour[-1]:
        contour = contour[:-1]
    kept = []
    for index, (x, y, on) in enumerate(contour):
        x0, y0, on0 = contour[index - 1]
        x1, y1, on1 = contour[(index + 1) % len(contour)]
        halfway = abs(x0 + x1 - 2 * x) <= 2 and abs(y0 + y1 - 2 * y) <= 2
        straight = on0 and on1 and (x1 - x0) * (y - y0) == (y1 - y0) * (x - x0)
        if not (on and (halfway and not on0 and not on1 or straight)):
            kept.append((x, y, on))
    return kept


def moved(contours, dx, dy):
    return [[(x + dx, y + dy, on) for x, y, on in contour] for contour in contours]


def box_of(contours):
    xs = [x for contour in contours for x, _, _ in contour]
    ys = [y for contour in contours for _, y, _ in contour]
    return min(xs), min(ys), max(xs), max(ys)


def glyph_of(contours):
    glyph = Glyph()
    glyph.numberOfContours = len(contours)
    if contours:
        points = [point for contour in contours for point in contour]
        glyph.coordinates = GlyphCoordinates([(x, y) for x, y, _ in points])
        glyph.flags = bytearray(int(on) for _, _, on in points)
        ends, end = [], -1
        for contour in contours:
            end += len(contour)
            ends.append(end)
        glyph.endPtsOfContours = ends
        glyph.program = ttProgram.Program()
        glyph.program.fromBytecode(b"")
    return glyph


def glyph_of_parts(*parts):
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for name, dx, dy in parts:
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = name, dx, dy, ROUND_XY_TO_GRID
        glyph.components.append(component)
    return glyph


class Face:
    """One font to make: glyphs are the first found among the sources."""

    def __init__(self, family, style, sources, chinese=None, cell=None):
        self.family, self.style, self.sources = family, style, sources
        self.chinese, self.cell = chinese, cell
        self.outlines, self.advances, self.names = {}, {}, {}
        self.composites = {}

    def add(self, char):
        if ord(char) in self.names:
            return
        if is_chinese(char):
            sources = [self.chinese]
        else:
            sources = self.sources + [self.chinese] * (self.chinese is not None)
        for source in sources:
            if ord(char) in source.cmap:
                cell = None if is_chinese(char) else self.cell
                outline, advance = source.contours(char, None if char in MARKS else cell)
                break
        else:
            print(f"{self.family} {self.style}: no U+{ord(char):04X} {char}", file=sys.stderr)
            return
        self.put("u%04X" % ord(char), outline, advance)
        self.names[ord(char)] = "u%04X" % ord(char)

    def put(self, name, outline, advance):
        self.outlines[name], self.advances[name] = outline, advance

    def name(self, char):
        return self.names.get(ord(char))

    def mark_features(self):
        """Marks without width, their ligatures with letters, and the anchors for the rest."""
        height = box_of(self.outlines[self.name("x")])[3]
        bases = [char for char in map(chr, sorted(self.names))
                 if char.isalpha() and not is_chinese(char) and self.outlines[self.name(char)]
                 and len(unicodedata.normalize("NFD", char)) == 1 and char not in MARKS]
        # where the middle of a mark drawn for the height of x goes, by letter
        tops = {}
        for char in bases:
            left, _, right, top = box_of(self.outlines[self.name(char)])
            top = max(top, height)
            tops[char] = (otRound((left + right) / 2), top)
        lines, homes = [], {}
        marks = [mark for mark in MARKS if self.name(mark)]
        for mark in marks:
            name, home = self.name(mark), MARK_HOME.get(mark, MARK_HOME_ELSE)
            left, bottom, right, _ = box_of(self.outlines[name])
            x, y = tops[home]
            x -= self.advances[self.name(home)]
            self.put(name, moved(self.outlines[name], x - otRound((left + right) / 2), y - height), 0)
            homes[mark] = x, y
            lines.append(f"markClass {name} <anchor {x} {y}> @TOP;")
        ligatures = []
        for base in bases:
            for mark in marks:
                whole = unicodedata.normalize("NFC", base + mark)
                if len(whole) == 1 and self.name(whole):
                    ligature = self.name(whole)
                elif base in LIGATURE_LETTERS and mark in LIGATURE_MARKS:
                    ligature = f"{self.name(base)}_{self.name(mark)}"
                    letter = DOTLESS.get(base, base)
                    (x, y), (home_x, home_y) = tops[letter], homes[mark]
                    self.composites[ligature] = glyph_of_parts(
                        (self.name(letter), 0, 0), (self.name(mark), x - home_x, y - home_y))
                    self.put(ligature, [], self.advances[self.name(base)])
                else:
                    continue
                ligatures.append(f"sub {self.name(base)} {self.name(mark)} by {ligature};")
        lines += ["languagesystem DFLT dflt;", "languagesystem latn dflt;", "languagesystem grek dflt;"]
        lines += ["feature ccmp {", *ligatures, "} ccmp;", "feature mark {"]
        for char in bases:
            lines.append("pos base %s <anchor %d %d> mark @TOP;" % (self.name(char), *tops[char]))
        lines.append("} mark;")
        return "\n".join(sorted(lines[:len(marks)]) + lines[len(marks):])

    def build(self, chars, file):
        for char in sorted(chars):
            self.add(char)
        features = self.mark_features()
        self.put(".notdef", [[(60, 0, True), (60, 700, True), (440, 700, True), (440, 0, True)],
                             [(110, 50, True), (390, 50, True), (390, 650, True), (110, 650, True)]], self.cell or 500)
        # Chinese last: their equal advances are then stored once.
        order = [".notdef"] + sorted((n for n in self.outlines if n != ".notdef"),
                                     key=lambda n: (is_chinese(chr(int(n[1:5], 16))), n))
        first = self.sources[0].font
        scale = self.sources[0].scale
        builder = FontBuilder(UNITS, isTTF=True)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap(self.names)
        builder.setupGlyf({n: self.composites.get(n) or glyph_of(self.outlines[n]) for n in order})
        glyf = builder.font["glyf"]
        builder.setupHorizontalMetrics(
            {n: (self.advances[n], getattr(glyf[n], "xMin", 0)) for n in order})
        hhea, os2 = first["hhea"], first["OS/2"]
        ascent, descent = otRound(hhea.ascent * scale), otRound(hhea.descent * scale)
        builder.setupHorizontalHeader(ascent=ascent, descent=descent, lineGap=0)
        bold = "Bold" in self.style
        notices = []
        for source in self.sources + [self.chinese] * (self.chinese is not None):
            notice = " ".join(source.font["name"].getDebugName(0).split())
            if notice not in notices:
                notices.append(notice)
        builder.setupNameTable({
            "copyright": " ".join(notices),
            "familyName": self.family,
            "styleName": self.style,
            "uniqueFontIdentifier": f"{VERSION};{file.stem}",
            "fullName": self.family if self.style == "Regular" else f"{self.family} {self.style}",
            "version": f"Version {VERSION}",
            "psName": f"{self.family.replace(' ', '')}-{self.style.replace(' ', '')}",
            "licenseDescription": "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
            "licenseInfoURL": "https://openfontlicense.org",
        }, mac=False)
        builder.setupOS2(
            version=4, usWeightClass=700 if bold else 400, usWidthClass=5, fsType=0, achVendID="MIXO",
            fsSelection=(0x20 if bold else 0x40) | 0x80,
            sTypoAscender=ascent, sTypoDescender=descent, sTypoLineGap=0, usWinAscent=ascent, usWinDescent=-descent,
            sxHeight=otRound(os2.sxHeight * scale), sCapHeight=otRound(os2.sCapHeight * scale),
            yStrikeoutSize=otRound(os2.yStrikeoutSize * scale),
            yStrikeoutPosition=otRound(os2.yStrikeoutPosition * scale),
            ulCodePageRange1=0b1011 | (1 << 18 if self.chinese else 0))
        builder.setupPost(
            keepGlyphNames=False, isFixedPitch=int(self.cell is not None and self.chinese is None),
            underlinePosition=otRound(first["post"].underlinePosition * scale),
            underlineThickness=otRound(first["post"].underlineThickness * scale),
            italicAngle=0)
        font = builder.font
        font["OS/2"].recalcUnicodeRanges(font)
        font["OS/2"].recalcAvgCharWidth(font)
        font["head"].macStyle = 1 if bold else 0
        font["head"].created = font["head"].modified = EPOCH
        font["head"].fontRevision = float(VERSION)
        font.recalcTimestamp = False
        gasp = font["gasp"] = newTable("gasp")
        gasp.version, gasp.gaspRange = 1, {0xFFFF: 0x000A}  # smooth, both ways, no grid fitting
        addOpenTypeFeaturesFromString(font, features)
        font["glyf"].padding = 2
        font.save(file)
        chinese = sum(is_chinese(chr(c)) for c in self.names)
        print(f"{file.name}: {len(order)} glyphs, {chinese} of them Chinese, {file.stat().st_size:,} bytes")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    noto = "truetype/noto/Noto%s.ttf"
    interface = interface_characters()
    chinese = CHINESE_PUNCTUATION | GB2312_LEVEL_1 | interface
    chinese_regular = Source("opentype/noto/NotoSansCJK-Regular.ttc", number=2)  # 2 is SC, simplified Chinese
    chinese_bold = Source("opentype/noto/NotoSansCJK-Bold.ttc", number=2)
    symbols = [Source(noto % name) for name in ("SansMath-Regular", "SansSymbols-Regular", "SansSymbols2-Regular")]

    Face("Mixoscope Sans", "Regular",
         [Source("opentype/inter/Inter-Regular.otf", tabular=True), Source(noto % "Sans-Regular"), *symbols],
         chinese=chinese_regular,
         ).build(LETTERS | SYMBOLS | chinese, OUT / "MixoscopeSans-Regular.ttf")
    # The bold style of the family: JavaFX knows only regular and bold.
    Face("Mixoscope Sans", "Bold",
         [Source("opentype/inter/Inter-SemiBold.otf", tabular=True), Source(noto % "Sans-Bold"), *symbols],
         chinese=chinese_bold,
         ).build(LETTERS | SYMBOLS | chinese, OUT / "MixoscopeSans-SemiBold.ttf")
    Face("Mixoscope Mono", "Regular",
         [Source("truetype/jetbrains-mono/JetBrainsMono-Regular.ttf"), Source(noto % "Sans-Regular"), *symbols],
         chinese=chinese_regular, cell=600,
         ).build(LETTERS | SYMBOLS | CHINESE_PUNCTUATION | interface, OUT / "MixoscopeMono-Regular.ttf")
    for style in ("Regular", "Bold"):
        Face("Mixoscope Math", style, [Source(noto % f"Serif-{style}"), *symbols],
             ).build((LETTERS | SYMBOLS) - set("█▒▓"), OUT / f"MixoscopeMath-{style}.ttf")


if __name__ == "__main__":
    main()
