import type { VOLUME } from '#shared/domain/document/catalogue/volume.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import type { Archive } from '#shared/domain/case-file/archive.ts';
import { SAMPLE_CASE } from '#shared/domain/document/wording/sample-case.ts';
import { DECIDED } from './decided.ts';
import type { Sample } from './sample.ts';

const ARCHIVE: Archive = { archiveNo: '20260012', archivedOn: '2026-07-10', retention: 'thirty-years', pages: 86, archivistName: '沈档案' };

function carrier(id: string, kind: Evidence['kind'], title: string, sha256: string): Evidence {
  return {
    id, kind, title, proves: '涉案工程的施工状况', takenAt: '2026-03-12T02:30:00Z', takenPlace: '示范家园二期工程现场', takenBy: '赵执法、周协办',
    file: { sha256, bytes: 52_428_800, mime: 'video/mp4', name: `${title}.mp4` }, addedBy: 'officer-1', addedAt: '2026-03-12T03:00:00Z', withdrawn: null,
  };
}

export const VOLUME_SAMPLES: Readonly<Record<keyof typeof VOLUME, Sample>> = {
  JF: {
    values: { fonds: 'X096', catalogueNo: '2026-3', fileNo: '12' },
    file: { archive: ARCHIVE, closedOn: '2026-06-12', stage: 'ARCH', decided: SAMPLE_CASE.proposed, documents: DECIDED.documents ?? [] },
  },
  JNML: { values: {} },
  BKB: { values: { added: '2026年6月20日补充缴款凭证1件（第85页），经办人赵执法。' }, file: { archive: ARCHIVE, closedOn: '2026-06-12', stage: 'ARCH' } },
  ZWD: {
    values: { carrier: '光盘1张', location: '监察支队证物室3号柜', sealedOn: '2026-06-12' },
    file: {
      evidence: [
        carrier('evidence-5', 'audiovisual', '2026年3月12日现场检查全过程录像', '3f786850e387550fdab836ed7e6dc881de23001b9c1a4b3a5c5f1f0a8e2d4c6b'),
        carrier('evidence-6', 'electronic', '施工许可管理系统查询记录', '89e6c98d92887913cadf06b2adb97f26cde4849b2b3f4a1d7c8e9f0a1b2c3d4e'),
      ],
    },
  },
};
