/** Searches the rendered document for anything that could run, load or navigate. By an allowlist. */

const NAMESPACES = ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg']
const ELEMENTS = new Set(
  (
    'a article aside b bdi blockquote body br button circle code dd details div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 ' +
    'header hr html i input label legend li line main nav ol option output p path polygon polyline pre rect section select span strong ' +
    'summary svg table tbody td text textarea tfoot th thead time tr tspan ul'
  ).split(' '),
)
/** Attributes that hold an address. */
const ADDRESS =
  /^(?:.*:)?(?:href|src|srcset|srcdoc|action|formaction|data|background|poster|ping|cite|longdesc|manifest|codebase|archive)$/
const SAFE_ADDRESS = /^(?:#|https:\/\/|mailto:|tel:)/i
/** Our components set sizes and positions by `style`; this is what a style must not contain. */
const STYLE_AWAY = /url\(|expression|binding|behavior|@import|position:\s*fixed/i

const harmOf = (element: Element): readonly string[] => {
  const name = element.localName
  const known = ELEMENTS.has(name) && NAMESPACES.includes(element.namespaceURI ?? '')
  // Through the prototype: in a form, a field named `attributes` would shadow the property.
  const names = Element.prototype.getAttributeNames.call(element)
  const bad = names.filter((attribute) => {
    const value = Element.prototype.getAttribute.call(element, attribute) ?? ''
    if (/^on/i.test(attribute)) return true
    if (attribute === 'style') return STYLE_AWAY.test(value)
    return ADDRESS.test(attribute) && !SAFE_ADDRESS.test(value)
  })
  return [...(known ? [] : [`<${name}>`]), ...bad.map((attribute) => `<${name} ${attribute}>`)]
}

export const findHarm = (root: ParentNode): readonly string[] =>
  [...root.querySelectorAll('*')].flatMap((element) => harmOf(element))
