/** Web pages around a report: bare, saved from a site, saved from a word processor, and old. */
import type { DemoReport, HtmlStyle } from '../model.ts';
import { Random } from '../random.ts';
import { CITY } from '../register.ts';

export interface Frame {
  /** Charset named in the page; null: none. */
  readonly charset: string | null;
  readonly title: string;
  readonly body: string;
}

function plain({ charset, title, body }: Frame): string {
  const meta = charset === null ? '' : `<meta charset="${charset}">`;
  return `<!DOCTYPE html>
<html lang="zh-CN"><head>${meta}<title>${title}</title>
<style>body{font-family:SimSun,serif}td{padding:2px}</style></head>
<body>
${body}
</body></html>
`;
}

/** A page of a government site: banner with today's date, layout tables inside layout tables, footer. */
function site(frame: Frame, { unit, year }: DemoReport): string {
  const random = new Random('site', unit.code, year);
  const meta =
    frame.charset === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${frame.charset}" />`;
  const day = random.integer(5, 28);
  const menu = ['首页', '机构概况', '政务动态', '政府信息公开', '办事服务', '互动交流'];
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>${meta}
<title>${frame.title}_${unit.district}人民政府</title>
<script type="text/javascript">var channel = "zfxxgk"; var total = 26;</script>
<style type="text/css">.nav{width:1000px}.hide{display:none}</style>
</head>
<body>
<div class="top">今天是${year + 2}年3月${day}日 欢迎访问${unit.district}人民政府网站</div>
<table class="nav" width="1000" align="center" cellpadding="0" cellspacing="0"><tr>${menu.map((item) => `<td><a href="#">${item}</a></td>`).join('')}</tr></table>
<table width="1000" align="center" border="0"><tr>
<td width="200" valign="top"><table width="100%"><tr><td>政府信息公开指南</td></tr><tr><td>政府信息公开制度</td></tr><tr><td>法定主动公开内容</td></tr><tr><td>政府信息公开年报</td></tr></table></td>
<td valign="top"><div class="crumb">当前位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>
<table width="100%" border="0"><tr><td>
<div class="info">发布时间：${year + 1}-01-${String(day).padStart(2, '0')} 来源：${unit.name} 浏览次数：<span id="hits">${random.integer(20, 900)}</span></div>
<div class="article" id="zoom">
${frame.body}
</div>
</td></tr></table>
<div class="share">【打印本页】 【关闭窗口】</div>
</td></tr></table>
<div class="footer">主办：${CITY}${unit.district}人民政府办公室 网站标识码：0000000000</div>
</body>
</html>
`;
}

function word({ charset, title, body }: Frame): string {
  const meta = charset === null ? '' : `<meta http-equiv=Content-Type content="text/html; charset=${charset}">`;
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
${meta}
<meta name=Generator content="Word filtered">
<title>${title}</title>
<style>
<!--
 p.MsoNormal, li.MsoNormal {margin:0cm; text-align:justify; font-size:10.5pt;}
-->
</style>
</head>
<body lang=ZH-CN>
<div class=WordSection1>
${body}
</div>
</body>
</html>
`;
}

function old({ charset, title, body }: Frame): string {
  const meta = charset === null ? '' : `<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${charset}">`;
  return `<HTML><HEAD>${meta}<TITLE>${title}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF">
${body}
</BODY></HTML>
`;
}

export function framed(frame: Frame, page: HtmlStyle['page'], report: DemoReport): string {
  if (page === 'site') return site(frame, report);
  return { plain, word, old }[page](frame);
}
