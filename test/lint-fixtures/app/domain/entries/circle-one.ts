// breaks: no-circle
import { two } from '~/domain/entries/circle-two'
export const one = (): number => two()
