// breaks: noun-reporting
export { fact as other } from '~/domain/setup/fact'
