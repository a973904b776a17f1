import canonicalize from 'canonicalize'

/**
 * The text a rulebook's hash is taken over: RFC 8785 canonical JSON of the parsed document as it was written, no
 * defaults added. Throws on what JSON cannot say (NaN, a lone surrogate, undefined).
 */
export function canonicalRulebook(document: unknown): string {
  const text = canonicalize(document)
  if (text === undefined) throw new TypeError('a rulebook is a JSON document')
  return text
}
