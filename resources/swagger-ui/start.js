// SPDX-License-Identifier: GPL-3.0-or-later
// The document stands beside the folder of this page. No validator: nothing is sent to anybody else.
window.ui = SwaggerUIBundle({
  url: new URL("../openapi.json", window.location.href).href,
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
