import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["graph/export/viewer/*.js"],
    languageOptions: { globals: globals.browser },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-implicit-globals": "off" },
  },
  { files: ["tests/viewer/*.{js,mjs}"], languageOptions: { globals: globals.node } },
];
