// breaks: noun-ledger
export { fact as other } from '~/domain/people/fact'
