import type { Activity } from '../state/digipass-records';
import type { ListCommand } from './command';
import { refuseWithoutSession } from './session-commands';
import { element, escapeXml, formOf } from './write-xml';
import { onlyChild } from './xml-element';

/**
 * `digipassActivityQuery` (OneSpan §4.9). The names inside the list, and that the newest comes first, are ours, after the
 * columns of the administrators' page.
 */
export const digipassActivityQuery: ListCommand = {
  style: 'list',
  interface: 'Administration',
  listName: 'digipassActivityList',
  entryName: 'digipassActivity',
  async run(server, request) {
    const outside = refuseWithoutSession(server, request);
    if (outside) return outside;
    const digipass = onlyChild(request, 'digipass');
    const serialNumber = digipass && onlyChild(digipass, 'serialNumber')?.text;
    if (serialNumber === null || serialNumber === undefined)
      return { status: 'STAT_MISSINGFLD', messages: ['Mandatory field serialNumber is missing'] };
    const record = server.records.find(serialNumber);
    if (!record) return { status: 'STAT_NOT_FOUND', messages: ['The DIGIPASS was not found'] };
    return { status: 'STAT_SUCCESS', entries: record.activity.toReversed().map(writeEntry) };
  },
};

function writeEntry({ at, category, description }: Activity): string {
  return [
    element('time', formOf(at)),
    element('description', escapeXml(description)),
    element('category', category),
    element('client', '127.0.0.1'),
  ].join('');
}
