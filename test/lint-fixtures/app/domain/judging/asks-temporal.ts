// breaks: no-restricted-syntax
declare const Temporal: { Now: { instant: () => string } }
export const now = () => Temporal.Now.instant()
