// breaks: resolvable
export { nothing } from '~/domain/entries/nothing-there'
