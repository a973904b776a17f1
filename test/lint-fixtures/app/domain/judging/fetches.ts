// breaks: no-restricted-globals
export const page = () => fetch('https://example.org')
