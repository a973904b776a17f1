// breaks: noun-people
export { fact as other } from '~/domain/entries/fact'
