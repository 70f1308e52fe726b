"""Reads a data set of objects that `mixoscope batch` wrote, by what the descriptions of the formats
say and by nothing of Mixoscope's, checks it, and prints what it found.

Usage: check_objects.py FOLDER   with annotations.json (COCO), data.yaml (YOLO) or Annotations (VOC)

Needs nothing but Python. Anything wrong is named under "problems".
"""
import json
import os
import sys
import xml.etree.ElementTree as ElementTree

folder = sys.argv[1]
problems = []


def check(good, *what):
    if not good:
        problems.append(" ".join(map(str, what)))


def path(*names):
    return os.path.join(folder, *names)


def classes():
    with open(path("classes.txt"), encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]


# COCO: https://cocodataset.org/#format-data, and the text of runs from common/maskApi.c: digits of
# five bits from chr(48) on, the sixth says that more follow, the highest of the last is the sign;
# from the fourth on each is the difference from the one before the last.
def runs(text):
    numbers, at = [], 0
    while at < len(text):
        value, shift, more = 0, 0, True
        while more:
            digit = ord(text[at]) - 48
            check(0 <= digit < 64, "a digit of counts is", digit)
            value |= (digit & 31) << shift
            more = bool(digit & 32)
            at, shift = at + 1, shift + 5
            if not more and digit & 16:
                value -= 1 << shift
        numbers.append(value + (numbers[-2] if len(numbers) > 2 else 0))
    return numbers


def pixels(segmentation):
    """The pixels of a mask as (row, column); its runs go down one column after the other."""
    height, width = segmentation["size"]
    found, at, inside = set(), 0, False
    for run in runs(segmentation["counts"]):
        check(run >= 0, "a run of", run)
        if inside:
            found.update(((at + i) % height, (at + i) // height) for i in range(run))
        at, inside = at + run, not inside
    check(at == height * width, "runs of", at, "pixels in", width, "x", height)
    return found


def coco():
    with open(path("annotations.json"), encoding="utf-8") as file:
        data = json.load(file)
    images = {image["id"]: image for image in data["images"]}
    categories = {category["id"]: category["name"] for category in data["categories"]}
    ids = [annotation["id"] for annotation in data["annotations"]]
    check(len(images) == len(data["images"]), "numbers of images are not unique")
    check(len(ids) == len(set(ids)), "numbers of annotations are not unique")
    check(0 not in ids and 0 not in images, "0 is a number, which is none to some tools")
    check(list(categories.values()) == classes(), "categories are", categories)
    for image in images.values():
        check(os.path.isfile(path("images", image["file_name"])), image["file_name"], "is missing")
    area = 0
    for one in data["annotations"]:
        image = images[one["image_id"]]
        x, y, width, height = one["bbox"]
        name = ("annotation", one["id"])
        check(one["category_id"] in categories, *name, "has no category")
        check(width > 0 and height > 0, *name, "has an empty box")
        check(x >= 0 and y >= 0, *name, "begins outside")
        check(x + width <= image["width"] and y + height <= image["height"], *name, "ends outside")
        check(one["iscrowd"] in (0, 1) and one["ignore"] in (0, 1), *name, "has odd flags")
        check(0 < one["visible"] <= 1 and 0 < one["weight"] <= 1, *name, "has odd shares")
        check(isinstance(one["source"], int) and one["source"] >= 0, *name, "has no source")
        if one["segmentation"] == []:
            check(abs(one["area"] - width * height) < 1e-6, *name, "has the area", one["area"])
        else:
            size = one["segmentation"]["size"]
            check(size == [image["height"], image["width"]], *name, "is of", size)
            mask = pixels(one["segmentation"])
            check(len(mask) >= 1, *name, "has no pixel")
            check(len(mask) == one["area"], *name, "has", len(mask), "pixels, not", one["area"])
            rows, columns = [y for y, _ in mask], [x for _, x in mask]
            tight = [min(columns), min(rows), max(columns) + 1 - min(columns)]
            tight.append(max(rows) + 1 - min(rows))
            check(tight == one["bbox"], *name, "has the box", one["bbox"], "not", tight)
        area += one["area"]
    found = {"images": len(images), "objects": len(ids), "area": area}
    found["kept"] = sum(1 - one["iscrowd"] for one in data["annotations"])
    return found


# YOLO, as ultralytics' verify_image_label wants it: the label of images/NAME.EXT is labels/NAME.txt;
# every line has a class and four numbers, or at least six where there are polygons; none is
# negative or above 1; classes are below nc; no line comes twice; an empty file is a background.
def yolo():
    names = {}
    with open(path("data.yaml"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("  "):
                index, name = line.strip().split(": ", 1)
                names[int(index)] = json.loads(name)
            elif not line.startswith("#"):
                key, _, value = line.strip().partition(":")
                check(key in ("train", "val", "nc", "names"), "data.yaml says", key)
                if key in ("train", "val"):
                    check(os.path.isdir(path(value.strip())), key, "is no folder")
                if key == "nc":
                    count = int(value)
    check(names == dict(enumerate(classes())) and count == len(names), "names are", names)
    images = sorted(os.listdir(path("images")))
    objects, sizes = 0, set()
    for image in images:
        label = path("labels", os.path.splitext(image)[0] + ".txt")
        with open(label, encoding="utf-8") as file:
            rows = [line.split() for line in file.read().strip().splitlines()]
        check(len(set(map(tuple, rows))) == len(rows), label, "has a line twice")
        for row in rows:
            values = [float(value) for value in row[1:]]
            sizes.add("box" if len(values) == 4 else "polygon")
            check(row[0].isdigit() and int(row[0]) < len(names), label, "has the class", row[0])
            check(len(values) == 4 or len(values) >= 6, label, "has a line of", len(row))
            check(len(values) % 2 == 0, label, "has half a point")
            check(all(0 <= value <= 1 for value in values), label, "has", min(values), max(values))
            if len(values) == 4:
                x, y, width, height = values
                check(width > 0 and height > 0, label, "has an empty box")
                check(x - width / 2 > -1e-6 and x + width / 2 < 1 + 1e-6, label, "leaves the picture")
                check(y - height / 2 > -1e-6 and y + height / 2 < 1 + 1e-6, label, "leaves it")
            else:
                points = list(zip(values[::2], values[1::2]))
                twice = sum(
                    a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1])
                )
                check(abs(twice) > 1e-9, label, "has a polygon without area")
        objects += len(rows)
    return {"images": len(images), "objects": objects, "lines": sorted(sizes)}


# VOC: the pixels of a box are xmin to xmax and ymin to ymax, both included, from 1 on.
def voc():
    names = set(classes())
    with open(path("ImageSets", "Main", "train.txt"), encoding="utf-8") as lines:
        listed = [line.strip() for line in lines]
    check(len(listed) == len(set(listed)), "a picture is listed twice")
    objects, kept = 0, 0
    for name in listed:
        root = ElementTree.parse(path("Annotations", name + ".xml")).getroot()
        check(root.tag == "annotation", name, "is a", root.tag)
        file = root.findtext("filename")
        check(os.path.isfile(path("JPEGImages", file)), file, "is missing")
        width, height = (int(root.findtext("size/" + side)) for side in ("width", "height"))
        for one in root.iter("object"):
            box = [int(one.findtext("bndbox/" + edge)) for edge in ("xmin", "ymin", "xmax", "ymax")]
            check(one.findtext("name") in names, name, "has the class", one.findtext("name"))
            check(1 <= box[0] <= box[2] <= width, name, "has the box", box, "of", width)
            check(1 <= box[1] <= box[3] <= height, name, "has the box", box, "of", height)
            check(one.findtext("difficult") in "01", name, "is difficult")
            check(one.findtext("truncated") in "01", name, "is truncated")
            objects, kept = objects + 1, kept + (one.findtext("difficult") == "0")
    return {"images": len(listed), "objects": objects, "kept": kept}


if os.path.exists(path("annotations.json")):
    result = coco()
elif os.path.exists(path("data.yaml")):
    result = yolo()
else:
    result = voc()
result["problems"] = problems
print(json.dumps(result))
