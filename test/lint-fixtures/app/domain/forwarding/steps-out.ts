// breaks: noun-forwarding
export { fact as other } from '~/domain/talent/fact'
