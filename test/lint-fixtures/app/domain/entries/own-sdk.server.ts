// breaks: sdks-behind-gateways
import sharp from 'sharp'
export const picture = sharp
