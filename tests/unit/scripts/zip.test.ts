import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readZipEntry } from '../../../scripts/zip.mjs';

/** An archive with one entry, written field by field as the format lists them. */
function zipOf(name: string, text: string, method: 0 | 8): Buffer {
	const contents = Buffer.from(text);
	const packed = method === 8 ? deflateRawSync(contents) : contents;
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(method, 8);
	local.writeUInt16LE(name.length, 26);
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x02014b50, 0);
	entry.writeUInt16LE(method, 10);
	entry.writeUInt32LE(packed.length, 20);
	entry.writeUInt32LE(contents.length, 24);
	entry.writeUInt16LE(name.length, 28);
	const body = Buffer.concat([local, Buffer.from(name), packed]);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(body.length, 16);
	return Buffer.concat([body, entry, Buffer.from(name), end]);
}

test('reads a plain and a deflated entry', () => {
	expect(readZipEntry(zipOf('a.txt', 'as it is', 0), 'a.txt', 100).toString()).toBe('as it is');
	expect(readZipEntry(zipOf('a.txt', 'packed '.repeat(9), 8), 'a.txt', 100).toString()).toBe(
		'packed '.repeat(9)
	);
});

test('finds the list of entries before a comment', () => {
	const archive = Buffer.concat([zipOf('a.txt', 'text', 8), Buffer.from('a comment')]);

	expect(readZipEntry(archive, 'a.txt', 100).toString()).toBe('text');
});

test('says which entry is not there', () => {
	expect(() => readZipEntry(zipOf('a.txt', 'text', 0), 'b.txt', 100)).toThrow(
		'there is no b.txt in it'
	);
});

test('refuses an archive whose end is missing', () => {
	const archive = zipOf('a.txt', 'text', 0);

	expect(() => readZipEntry(archive.subarray(0, archive.length - 5), 'a.txt', 100)).toThrow(
		'the end of it is missing'
	);
	expect(() => readZipEntry(Buffer.from('short'), 'a.txt', 100)).toThrow('not a zip archive');
});

test('stops at the limit, whatever an entry declares', () => {
	expect(() => readZipEntry(zipOf('a.txt', 'x'.repeat(5000), 8), 'a.txt', 100)).toThrow();
	expect(() => readZipEntry(zipOf('a.txt', 'x'.repeat(5000), 0), 'a.txt', 100)).toThrow();
});
