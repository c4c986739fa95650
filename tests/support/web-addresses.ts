import fc from 'fast-check'

/** Addresses of web pages. `fc.webUrl()` makes every character of a path ready first, which takes two seconds. */
export const webAddress = fc
  .tuple(fc.domain(), fc.array(fc.string(), { maxLength: 3 }), fc.string())
  .map(([host, path, query]) => {
    const segments = path.map(encodeURIComponent).join('/')
    return `https://${host}/${segments}?q=${encodeURIComponent(query)}`
  })
