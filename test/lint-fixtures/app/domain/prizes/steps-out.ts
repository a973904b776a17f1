// breaks: noun-prizes
export { fact as other } from '~/domain/talent/fact'
