/* Shows the API's document. A token in the fragment (#token=…) is used for trying requests and never sent as an address. */
const token = new URLSearchParams(location.hash.slice(1)).get('token')
if (token !== null) history.replaceState(null, '', location.pathname)
const ui = globalThis.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: false,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  onComplete: () => {
    if (token !== null) ui.preauthorizeApiKey('bearer', token)
  },
})
