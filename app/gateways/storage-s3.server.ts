import type { Readable } from 'node:stream'
import { checkKey, MissingObject } from './stored-object'
import type { Storage, StoredObject } from './stored-object'

interface Bucket {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Storage in a bucket of any S3-compatible service (OSS, COS, MinIO …). Bodies are streamed both ways. */
export function s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket): Storage {
  // loaded when first used: most installations keep their files in a folder
  const connect = async () => {
    const sdk = await import('@aws-sdk/client-s3')
    const client = new sdk.S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
      // trailing checksums need chunked signing, which most compatible services do not speak
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
    return { sdk, client }
  }
  let connection: ReturnType<typeof connect> | undefined
  const s3 = () => (connection ??= connect())

  return {
    async put(key, body, { bytes, mime }) {
      const { sdk, client } = await s3()
      const target = { Bucket: bucket, Key: checkKey(key) }
      const there = await client.send(new sdk.HeadObjectCommand(target)).then(
        () => true,
        (error: unknown) => {
          if (isMissing(error)) return false
          throw error
        },
      )
      if (there) {
        body.destroy()
        throw new Error('this key is taken')
      }
      await client.send(new sdk.PutObjectCommand({ ...target, Body: body, ContentLength: bytes, ContentType: mime }))
    },

    async get(key, range) {
      const { sdk, client } = await s3()
      const Range = range && `bytes=${range.first}-${range.last}`
      const found = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: checkKey(key), Range })).catch((error: unknown) => {
        throw isMissing(error) ? new MissingObject(key) : error
      })
      return found.Body as Readable
    },

    async remove(key) {
      const { sdk, client } = await s3()
      await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: checkKey(key) }))
    },

    async *list(prefix): AsyncIterable<StoredObject> {
      const { sdk, client } = await s3()
      let token: string | undefined
      do {
        const page = await client.send(new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }))
        for (const { Key, Size, LastModified } of page.Contents ?? []) {
          if (Key) yield { key: Key, bytes: Size ?? 0, modifiedAt: LastModified ?? new Date(0) }
        }
        token = page.IsTruncated ? page.NextContinuationToken : undefined
      } while (token)
    },
  }
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404
}
