// SPDX-License-Identifier: GPL-3.0-or-later
// What test_asyncapi_program.py asks of npm's packages. Standard input is {"documents":{name:text},
// "frames":[{"documents","from","frame","text","where"}]}; standard output says what is wrong:
//   {"complaints":[text],"problems":{where:text},"unsent":[member]}
// complaints: of AsyncAPI's parser about the documents; problems: frames that are no message of one of their documents;
// unsent: members of the server's messages that no frame had.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(process.env.SIGNALBOX_NPM + '/');
const { Parser } = require('@asyncapi/parser');
const Ajv = require('ajv');
const addFormats = require('ajv-formats');

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

async function complaintsAbout(parser, name, text) {
    const { document, diagnostics } = await parser.parse(text);
    const said = diagnostics
        .filter(({ code }) => code !== 'asyncapi-latest-version') // 3.0 is what generators know
        .map(({ message, path }) => `${name}: ${path.join('/')}: ${message}`);
    return document || said.length ? said : [`${name}: cannot be read`];
}

// The document with every object closed: a member that it does not name is an error.
function closed(value) {
    if (Array.isArray(value))
        return value.map(closed);
    if (!isObject(value))
        return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
    return copy.type === 'object' && copy.properties ? { additionalProperties: false, ...copy } : copy;
}

class Wire {
    constructor(text) {
        this.document = JSON.parse(text);
        this.told = new Set();
        this.heard = new Set();
        this.messages = this.messagesBySender();
        const validator = (document) => {
            const ajv = new Ajv({ strict: false, allErrors: true });
            addFormats(ajv);
            return ajv.addSchema(document, 'wire');
        };
        // Servers ignore what they do not know; of the server itself nothing unknown may come.
        this.validators = { client: validator(this.document), server: validator(closed(this.document)) };
    }

    // Keys of messages, by what the operations say of them.
    messagesBySender() {
        const found = { client: new Set(), server: new Set() };
        const keyOf = ({ $ref }) => $ref.split('/').pop();
        for (const { action, messages, reply } of Object.values(this.document.operations)) {
            const [own, others] = action === 'send' ? [found.server, found.client] : [found.client, found.server];
            messages.forEach((message) => own.add(keyOf(message)));
            (reply?.messages ?? []).forEach((message) => others.add(keyOf(message)));
        }
        return found;
    }

    at(pointer) {
        return pointer.split('/').slice(1).reduce((value, key) => value[key], this.document);
    }

    errors(from, pointer, value) {
        const validator = this.validators[from];
        const validate = validator.getSchema(`wire#${pointer}`);
        return validate(value) ? '' : validator.errorsText(validate.errors, { dataVar: pointer.split('/').pop() });
    }

    // Empty, or why the value is no such message.
    errorsOf(key, { from, frame, text }) {
        const message = this.document.components.messages[key];
        const pointer = `/components/messages/${key}/payload`;
        if (message['x-frame'] && message['x-frame'] !== frame)
            return `${key} is a ${message['x-frame']} frame`;
        let value = text;
        if (message.contentType === 'application/json') {
            try {
                value = JSON.parse(text);
            } catch {
                return 'no JSON';
            }
        }
        const said = this.errors(from, pointer, value) || this.encodedErrors(from, pointer, message.payload, value);
        if (!said && from === 'server')
            this.hear(pointer, value);
        return said;
    }

    // Of texts that hold JSON; a client may leave the object out.
    encodedErrors(from, pointer, schema, value) {
        for (const [name, { contentSchema }] of Object.entries(schema.properties ?? {})) {
            if (!contentSchema)
                continue;
            try {
                const content = JSON.parse(value[name] || '{}');
                const said = this.errors(from, `${pointer}/properties/${name}/contentSchema`, content);
                if (said)
                    return said;
            } catch {
                return `${name} holds no JSON`;
            }
        }
        return '';
    }

    check(frame) {
        const said = [...this.messages[frame.from]].map((key) => this.errorsOf(key, frame));
        const constants = (text) => (text.match(/equal to constant/g) ?? []).length;
        // What is nearest to it: the message whose name it has.
        return said.includes('') ? '' : said.sort((one, other) => constants(one) - constants(other))[0];
    }

    // ---- members

    // Calls use(pointer, value) for every member below this schema; where values are given, for those that are there.
    walk(pointer, values, use) {
        const schema = this.at(pointer);
        if (schema.$ref)
            return this.walk(schema.$ref.slice(1), values, use);
        for (const name of Object.keys(schema.properties ?? {})) {
            const inner = values?.filter((value) => isObject(value) && name in value).map((value) => value[name]);
            if (inner?.length === 0)
                continue;
            use(`${pointer}/properties/${name}`);
            this.walk(`${pointer}/properties/${name}`, inner, use);
        }
        if (schema.items)
            this.walk(`${pointer}/items`, values?.flatMap((value) => value ?? []), use);
        if (isObject(schema.additionalProperties))
            this.walk(`${pointer}/additionalProperties`, values?.flatMap((value) => Object.values(value ?? {})), use);
        if (schema.contentSchema)
            this.walk(`${pointer}/contentSchema`, values?.map((value) => JSON.parse(value)), use);
        (schema.anyOf ?? []).forEach((_, index) => {
            const branch = `${pointer}/anyOf/${index}`;
            this.walk(branch, values?.filter((value) => this.errors('server', branch, value) === ''), use);
        });
    }

    hear(pointer, value) {
        this.heard.add(pointer);
        this.walk(pointer, [value], (member) => this.heard.add(member));
    }

    unsent() {
        for (const key of this.messages.server) {
            const pointer = `/components/messages/${key}/payload`;
            this.told.add(pointer);
            this.walk(pointer, undefined, (member) => this.told.add(member));
        }
        return [...this.told].filter((member) => !this.heard.has(member));
    }
}

const { documents, frames } = JSON.parse(readFileSync(0, 'utf8'));
const wires = Object.fromEntries(Object.entries(documents).map(([name, text]) => [name, new Wire(text)]));
const complaints = [];
const parser = new Parser();
for (const [name, text] of Object.entries(documents))
    complaints.push(...(await complaintsAbout(parser, name, text)));
const problems = {};
for (const frame of frames) {
    const said = frame.documents.map((name) => wires[name].check(frame));
    if (!said.includes(''))
        problems[frame.where] = said.join(' or ');
}
const unsent = Object.entries(wires).flatMap(([name, wire]) => wire.unsent().map((member) => `${name}: ${member}`));
process.stdout.write(JSON.stringify({ complaints, problems, unsent }));
