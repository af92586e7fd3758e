export { openPdf } from '#renderer/ui/pdf.ts';
