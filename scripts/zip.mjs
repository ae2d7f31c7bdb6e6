import { inflateRawSync } from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const stored = 0;
const deflated = 8;

/**
 * Where the list of entries begins. It is found from the end of the archive, past a comment of
 * at most 65,535 bytes.
 *
 * @param {Buffer} archive
 * @returns {{ offset: number, count: number }}
 */
function directoryOf(archive) {
	const earliest = Math.max(0, archive.length - 22 - 0xffff);
	for (let at = archive.length - 22; at >= earliest; at -= 1) {
		if (archive.readUInt32LE(at) !== endSignature) continue;
		return { count: archive.readUInt16LE(at + 10), offset: archive.readUInt32LE(at + 16) };
	}
	throw new Error('not a zip archive, or the end of it is missing');
}

/**
 * Reads one file out of a zip archive (a jar is one). Knows what such archives hold in practice:
 * plain and deflated entries below 4 GB, without a password.
 *
 * @param {Buffer} archive
 * @param {string} name as listed in the archive, with forward slashes
 * @param {number} maxBytes entries that unpack to more are refused, whatever they declare
 * @returns {Buffer}
 * @throws {Error} when the archive is damaged or holds no such entry
 */
export function readZipEntry(archive, name, maxBytes) {
	let { offset, count } = directoryOf(archive);
	for (; count > 0; count -= 1) {
		if (offset + 46 > archive.length || archive.readUInt32LE(offset) !== entrySignature) {
			throw new Error('the list of entries is damaged');
		}
		const nameLength = archive.readUInt16LE(offset + 28);
		const nameStart = offset + 46;
		if (archive.toString('utf8', nameStart, nameStart + nameLength) === name) {
			return unpack(archive, offset, maxBytes);
		}
		offset = nameStart + nameLength + archive.readUInt16LE(offset + 30);
		offset += archive.readUInt16LE(nameStart - 46 + 32);
	}
	throw new Error(`there is no ${name} in it`);
}

/**
 * @param {Buffer} archive
 * @param {number} entry offset of the entry in the list
 * @param {number} maxBytes
 */
function unpack(archive, entry, maxBytes) {
	const method = archive.readUInt16LE(entry + 10);
	const packedBytes = archive.readUInt32LE(entry + 20);
	const local = archive.readUInt32LE(entry + 42);
	if (local + 30 > archive.length || archive.readUInt32LE(local) !== localSignature) {
		throw new Error('the entry is damaged');
	}
	// The local header may pad its fields differently from the list, so its own lengths count.
	const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
	const packed = archive.subarray(start, start + packedBytes);
	if (packed.length !== packedBytes) throw new Error('the entry is cut short');
	if (method === stored && packedBytes <= maxBytes) return packed;
	if (method === deflated) return inflateRawSync(packed, { maxOutputLength: maxBytes });
	throw new Error(`the entry cannot be unpacked (method ${String(method)})`);
}
