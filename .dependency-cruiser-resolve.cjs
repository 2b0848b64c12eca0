// dependency-cruiser reads path aliases from a webpack configuration when it can't read tsconfig.json (TypeScript 7 has
// no JavaScript API).
module.exports = { resolve: { alias: { '@': __dirname }, extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json'] } };
