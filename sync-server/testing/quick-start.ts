/** Loaded before a relay that is started many times: compressing the app at the highest level takes most of a second. */
import { syncBuiltinESMExports } from 'node:module'
import zlib from 'node:zlib'

const { brotliCompress, constants } = zlib
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const quick = (bytes: zlib.InputType, _options: unknown, callback: zlib.CompressCallback): void =>
  brotliCompress(bytes, quickly, callback)
zlib.brotliCompress = quick as typeof brotliCompress
syncBuiltinESMExports()
