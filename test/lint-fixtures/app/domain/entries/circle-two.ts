import { one } from '~/domain/entries/circle-one'
export const two = (): number => one()
