// breaks: no-drawers
export { drawer } from '~/domain/entries/helpers'
