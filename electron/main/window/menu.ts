import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The menu in Chinese, hidden until Alt; it holds what the system's editing keys need and nothing that a page uses itself. */
export function installMenu(developing: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    { label: '文件', submenu: [{ role: 'close', label: '关闭窗口' }, { role: 'quit', label: '退出' }] },
    { label: '编辑', submenu: editing() },
    { label: '视图', submenu: [...viewing(), ...(developing ? development() : [])] },
  ]));
}

function editing(): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: '撤销' }, { role: 'redo', label: '重做' }, { type: 'separator' },
    { role: 'cut', label: '剪切' }, { role: 'copy', label: '复制' }, { role: 'paste', label: '粘贴' }, { role: 'selectAll', label: '全选' },
  ];
}

function viewing(): MenuItemConstructorOptions[] {
  return [
    { role: 'zoomIn', label: '放大' }, { role: 'zoomOut', label: '缩小' }, { role: 'resetZoom', label: '实际大小' },
    { type: 'separator' }, { role: 'togglefullscreen', label: '全屏' },
  ];
}

function development(): MenuItemConstructorOptions[] {
  return [{ type: 'separator' }, { role: 'forceReload', label: '重新载入' }, { role: 'toggleDevTools', label: '开发者工具' }];
}
