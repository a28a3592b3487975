// SPDX-License-Identifier: GPL-3.0-or-later
// The document stands beside the folder of this script, wherever the page is. No validator: nothing is sent to anybody
// else.
window.ui = SwaggerUIBundle({
  url: new URL("../openapi.json", document.currentScript.src).href,
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
