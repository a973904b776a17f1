// breaks: noun-matchmaking
export { fact as other } from '~/domain/reporting/fact'
