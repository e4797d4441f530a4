// Reads ESC/POS with npos: to stdout the commands it saw and the one picture that they make, as PBM bits in base64.
// Run as  node npos_reader.js FOLDER_OF_NODE_MODULES <slip.bin
const { readFileSync } = require("fs");
const npos = require(`${process.argv[2]}/npos`);

function bits(picture) {
  const stride = Math.ceil(picture.width / 8);
  const out = Buffer.alloc(stride * picture.height);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (picture.getPixel(x, y) === 0) out[y * stride + (x >> 3)] |= 0x80 >> (x & 7);
    }
  }
  return out.toString("base64");
}

npos.parser().parse(readFileSync(0)).then(seen => {
  const pictures = seen.entries.filter(entry => entry.type === "raster").map(entry => entry.data);
  const told = pictures.map(picture => ({ width: picture.width, height: picture.height, bits: bits(picture) }));
  console.log(JSON.stringify({ commands: seen.tree.map(node => node.ascii + node.fn), pictures: told }));
}).catch(fault => {
  console.error(fault);
  process.exit(1);
});
