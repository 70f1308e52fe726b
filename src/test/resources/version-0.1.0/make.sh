#!/bin/sh
# Makes this folder again with an installed Mixoscope 0.1.0, beside which nothing is needed:
#   ./make.sh FOLDER_OF_0.1.0
# Pictures lie in /home/ada/pictures meanwhile, because 0.1.0 wrote where they lay into recipes.
set -eu
home=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
there=/home/ada/pictures
[ ! -e /home/ada ] || { echo "/home/ada is there already" >&2; exit 1; }
trap 'rm -rf /home/ada' EXIT
cd "$here"
rm -rf pictures mixes figures jobs settings.json recipes.tsv
mkdir -p $there pictures mixes figures jobs

mixoscope() { "$home/bin/mixoscope" "$@"; }
java() {
  command java "@$home/lib/java.args" --module-path "$home/lib/javafx" -cp "$home/lib/*" \
    "$here/Make.java" "$@"
}

java pictures pictures jobs/pictures
cp pictures/* $there
cd $there

# A mix by each method, and what else a recipe can say.
mix() {
  name=$1; shift
  mixoscope mix "$@" -o "$here/mixes/$name" >/dev/null
}
for method in mixup cutmix cutmix-minmax fmix gridmix resizemix smoothmix saliencymix; do
  mix $method.png cat.png cup.jpg --method $method --size 48x32
done
mix mask.png cat.png cup.jpg --mask blob.png --size 48x32
for method in k-mixup k-cutmix piecemix mosaic ricap; do
  mix $method.png cat.png cup.jpg sky.webp shell.tif --method $method --size 48x32
done
mix light.png cat.png cup.jpg --method mixup --alpha 0.4 --blending linear-light --smoothing 0.1 \
  --fit contain --size 50x31
mix box.png cat.png cup.jpg --box -3,-4,17,13
mix drawn.png cup.jpg cat.png --box-rule kornia --no-correct-lambda --draw 3 --lambda 0.3 \
  --at 0.123456789,0.75 --fit stretch --size 48x32
mix weights.png cat.png cup.jpg sky.webp --method k-mixup --weights 5,3,2
mix field.png cat.png cup.jpg --method fmix --field isotropic --max-soft 0.2 --decay 2 --seed -9
mix holes.png cat.png cup.jpg --method gridmix --grid holes --cells 5 --classes 猫,"blue cup"
mix fine.png cat.png cup.jpg --method saliencymix --saliency fine-grained --box-rule unbiased
mix nearest.png cat.png cup.jpg --method resizemix --resampling nearest --min-side 0.3
mix same-place.png cat.png cup.jpg sky.webp shell.tif --method mosaic --tiles same-place \
  --margin 0.1 --classes a,b,a,b
mix depths.png grey.png deep.png --method mixup --lambda 0.4
mix packed.png shard.tar#owl/1.png train-images-idx3-ubyte#1 --method mixup --size 28x28
mix record.png data_batch_1.bin#1 cat.png --method mixup
mix samples.png sample:cat sample:coffee --mask sample:mask --size 48x32
mix photo.jpg cat.png cup.jpg --method mixup --seed 3

# As each framework does it.
for profile in torchvision-v2 timm-1.0.28 timm-1.0.29 fastai keras-3 kerascv kornia unbiased; do
  for method in mixup cutmix; do
    mix $profile-$method.png cat.png cup.jpg --profile $profile --method $method --size 48x32
  done
done
mix clovaai-2019-cutmix.png cat.png cup.jpg --profile clovaai-2019 --size 48x32
for profile in timm-1.0.28 timm-1.0.29; do
  mix $profile-minmax.png cat.png cup.jpg --profile $profile --cutmix-minmax 0.2,0.8 --size 48x32
done

# The settings of papers.
java presets | while read -r name line; do
  mix "$name.png" --recipe "$line"
done

# Figures with a recipe in them; the last two are sheets.
figure() {
  name=$1; shift
  mixoscope figure "$@" -o "$here/figures/$name" >/dev/null
}
figure column.png cat.png cup.jpg --scale 1 --template column --size 48x32 --panels mix,label
figure slide.svg cat.png cup.jpg --size 48x32 --panels mix,label --mask blob.png
figure label.pdf cat.png cup.jpg --size 48x32 --panels mix,label --method k-mixup
figure sweep.gif cat.png cup.jpg --template column --size 48x32 --panels mix --method mixup \
  --sweep lambda --frames 2
figure sheet.svg cat.png cup.jpg --size 48x32 --across alpha=0.2,1 --down method=mixup,cutmix
figure row.png cat.png cup.jpg --scale 1 --template column --size 48x32 --across lambda=0:1:3

# Every recipe as a line of text, with its pixels.
java recipes "$here/mixes" "$here/figures" >"$here/recipes.tsv"

# What a window remembered.
java settings "$here/settings.json"

# Jobs: whole, and ended in the middle without a word.
cd "$here/jobs"
job() {
  name=$1; shift
  mkdir "$name"
  echo "$*" >"$name/arguments.txt"
  mixoscope batch pictures "$name/whole" "$@" --quiet
  java half pictures "$name/half" 3 "$@" || [ -e "$name/half/.mixoscope-journal" ]
}
job imagefolder --mixup-alpha 0.8 --cutmix-alpha 1 --size 16x16 --copies 2 --keep-originals --seed 5
job webdataset --format webdataset --image png --method fmix --pairing other-class --size 16x16 \
  --copies 2
job npy --format npy --profile timm-1.0.28 --prob 0.8 --size 12x16 --fit contain --copies 2
job npz --format npz --image float32 --method k-cutmix --sources 3 --size 8x8 --copies 2
job parquet --format parquet --method mask --mask sample:mask --smoothing 0.1 --size 16x16 --copies 2
