<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ClassNames</name>
    <message>
        <source>beacon</source>
        <translation>灯塔</translation>
    </message>
    <message>
        <source>goldfish</source>
        <translation>金鱼</translation>
    </message>
    <message>
        <source>European fire salamander</source>
        <translation>真螈</translation>
    </message>
    <message>
        <source>bullfrog</source>
        <translation>牛蛙</translation>
    </message>
    <message>
        <source>tailed frog</source>
        <translation>尾蟾</translation>
    </message>
    <message>
        <source>American alligator</source>
        <translation>美洲短吻鳄</translation>
    </message>
    <message>
        <source>boa constrictor</source>
        <translation>红尾蚺</translation>
    </message>
    <message>
        <source>trilobite</source>
        <translation>三叶虫</translation>
    </message>
    <message>
        <source>scorpion</source>
        <translation>蝎子</translation>
    </message>
    <message>
        <source>black widow</source>
        <translation>黑寡妇蜘蛛</translation>
    </message>
    <message>
        <source>tarantula</source>
        <translation>捕鸟蛛</translation>
    </message>
    <message>
        <source>centipede</source>
        <translation>蜈蚣</translation>
    </message>
    <message>
        <source>goose</source>
        <translation>鹅</translation>
    </message>
    <message>
        <source>koala</source>
        <translation>考拉</translation>
    </message>
    <message>
        <source>jellyfish</source>
        <translation>水母</translation>
    </message>
    <message>
        <source>brain coral</source>
        <translation>脑珊瑚</translation>
    </message>
    <message>
        <source>snail</source>
        <translation>蜗牛</translation>
    </message>
    <message>
        <source>slug</source>
        <translation>蛞蝓</translation>
    </message>
    <message>
        <source>sea slug</source>
        <translation>海蛞蝓</translation>
    </message>
    <message>
        <source>American lobster</source>
        <translation>美洲螯龙虾</translation>
    </message>
    <message>
        <source>spiny lobster</source>
        <translation>龙虾</translation>
    </message>
    <message>
        <source>black stork</source>
        <translation>黑鹳</translation>
    </message>
    <message>
        <source>king penguin</source>
        <translation>王企鹅</translation>
    </message>
    <message>
        <source>albatross</source>
        <translation>信天翁</translation>
    </message>
    <message>
        <source>dugong</source>
        <translation>儒艮</translation>
    </message>
    <message>
        <source>Chihuahua</source>
        <translation>吉娃娃</translation>
    </message>
    <message>
        <source>Yorkshire terrier</source>
        <translation>约克夏梗</translation>
    </message>
    <message>
        <source>golden retriever</source>
        <translation>金毛寻回犬</translation>
    </message>
    <message>
        <source>Labrador retriever</source>
        <translation>拉布拉多犬</translation>
    </message>
    <message>
        <source>German shepherd</source>
        <translation>德国牧羊犬</translation>
    </message>
    <message>
        <source>standard poodle</source>
        <translation>标准贵宾犬</translation>
    </message>
    <message>
        <source>tabby</source>
        <translation>虎斑猫</translation>
    </message>
    <message>
        <source>Persian cat</source>
        <translation>波斯猫</translation>
    </message>
    <message>
        <source>Egyptian cat</source>
        <translation>埃及猫</translation>
    </message>
    <message>
        <source>cougar</source>
        <translation>美洲狮</translation>
    </message>
    <message>
        <source>lion</source>
        <translation>狮子</translation>
    </message>
    <message>
        <source>brown bear</source>
        <translation>棕熊</translation>
    </message>
    <message>
        <source>ladybug</source>
        <translation>瓢虫</translation>
    </message>
    <message>
        <source>fly</source>
        <translation>苍蝇</translation>
    </message>
    <message>
        <source>bee</source>
        <translation>蜜蜂</translation>
    </message>
    <message>
        <source>grasshopper</source>
        <translation>蚱蜢</translation>
    </message>
    <message>
        <source>walking stick</source>
        <translation>竹节虫</translation>
    </message>
    <message>
        <source>cockroach</source>
        <translation>蟑螂</translation>
    </message>
    <message>
        <source>mantis</source>
        <translation>螳螂</translation>
    </message>
    <message>
        <source>dragonfly</source>
        <translation>蜻蜓</translation>
    </message>
    <message>
        <source>monarch</source>
        <translation>帝王蝶</translation>
    </message>
    <message>
        <source>sulphur butterfly</source>
        <translation>黄粉蝶</translation>
    </message>
    <message>
        <source>sea cucumber</source>
        <translation>海参</translation>
    </message>
    <message>
        <source>guinea pig</source>
        <translation>豚鼠</translation>
    </message>
    <message>
        <source>hog</source>
        <translation>猪</translation>
    </message>
    <message>
        <source>ox</source>
        <translation>牛</translation>
    </message>
    <message>
        <source>bison</source>
        <translation>野牛</translation>
    </message>
    <message>
        <source>bighorn</source>
        <translation>大角羊</translation>
    </message>
    <message>
        <source>gazelle</source>
        <translation>瞪羚</translation>
    </message>
    <message>
        <source>Arabian camel</source>
        <translation>单峰骆驼</translation>
    </message>
    <message>
        <source>orangutan</source>
        <translation>红毛猩猩</translation>
    </message>
    <message>
        <source>chimpanzee</source>
        <translation>黑猩猩</translation>
    </message>
    <message>
        <source>baboon</source>
        <translation>狒狒</translation>
    </message>
    <message>
        <source>African elephant</source>
        <translation>非洲象</translation>
    </message>
    <message>
        <source>lesser panda</source>
        <translation>小熊猫</translation>
    </message>
    <message>
        <source>abacus</source>
        <translation>算盘</translation>
    </message>
    <message>
        <source>academic gown</source>
        <translation>学位服</translation>
    </message>
    <message>
        <source>altar</source>
        <translation>祭坛</translation>
    </message>
    <message>
        <source>apron</source>
        <translation>围裙</translation>
    </message>
    <message>
        <source>backpack</source>
        <translation>双肩包</translation>
    </message>
    <message>
        <source>bannister</source>
        <translation>楼梯扶手</translation>
    </message>
    <message>
        <source>barbershop</source>
        <translation>理发店</translation>
    </message>
    <message>
        <source>barn</source>
        <translation>谷仓</translation>
    </message>
    <message>
        <source>barrel</source>
        <translation>木桶</translation>
    </message>
    <message>
        <source>basketball</source>
        <translation>篮球</translation>
    </message>
    <message>
        <source>bathtub</source>
        <translation>浴缸</translation>
    </message>
    <message>
        <source>beach wagon</source>
        <translation>旅行轿车</translation>
    </message>
    <message>
        <source>lighthouse</source>
        <translation>灯塔</translation>
    </message>
    <message>
        <source>beaker</source>
        <translation>烧杯</translation>
    </message>
    <message>
        <source>beer bottle</source>
        <translation>啤酒瓶</translation>
    </message>
    <message>
        <source>bikini</source>
        <translation>比基尼</translation>
    </message>
    <message>
        <source>binoculars</source>
        <translation>双筒望远镜</translation>
    </message>
    <message>
        <source>birdhouse</source>
        <translation>鸟屋</translation>
    </message>
    <message>
        <source>bow tie</source>
        <translation>领结</translation>
    </message>
    <message>
        <source>brass</source>
        <translation>黄铜牌</translation>
    </message>
    <message>
        <source>broom</source>
        <translation>扫帚</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>水桶</translation>
    </message>
    <message>
        <source>bullet train</source>
        <translation>高速列车</translation>
    </message>
    <message>
        <source>butcher shop</source>
        <translation>肉铺</translation>
    </message>
    <message>
        <source>candle</source>
        <translation>蜡烛</translation>
    </message>
    <message>
        <source>cannon</source>
        <translation>大炮</translation>
    </message>
    <message>
        <source>cardigan</source>
        <translation>开襟毛衣</translation>
    </message>
    <message>
        <source>cash machine</source>
        <translation>自动取款机</translation>
    </message>
    <message>
        <source>CD player</source>
        <translation>CD 播放机</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>链条</translation>
    </message>
    <message>
        <source>chest</source>
        <translation>箱子</translation>
    </message>
    <message>
        <source>Christmas stocking</source>
        <translation>圣诞袜</translation>
    </message>
    <message>
        <source>cliff dwelling</source>
        <translation>崖居</translation>
    </message>
    <message>
        <source>computer keyboard</source>
        <translation>电脑键盘</translation>
    </message>
    <message>
        <source>confectionery</source>
        <translation>糖果店</translation>
    </message>
    <message>
        <source>convertible</source>
        <translation>敞篷车</translation>
    </message>
    <message>
        <source>crane</source>
        <translation>起重机</translation>
    </message>
    <message>
        <source>dam</source>
        <translation>水坝</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>书桌</translation>
    </message>
    <message>
        <source>dining table</source>
        <translation>餐桌</translation>
    </message>
    <message>
        <source>drumstick</source>
        <translation>鼓槌</translation>
    </message>
    <message>
        <source>dumbbell</source>
        <translation>哑铃</translation>
    </message>
    <message>
        <source>flagpole</source>
        <translation>旗杆</translation>
    </message>
    <message>
        <source>fountain</source>
        <translation>喷泉</translation>
    </message>
    <message>
        <source>freight car</source>
        <translation>货运车厢</translation>
    </message>
    <message>
        <source>frying pan</source>
        <translation>平底锅</translation>
    </message>
    <message>
        <source>fur coat</source>
        <translation>皮草大衣</translation>
    </message>
    <message>
        <source>gasmask</source>
        <translation>防毒面具</translation>
    </message>
    <message>
        <source>go-kart</source>
        <translation>卡丁车</translation>
    </message>
    <message>
        <source>gondola</source>
        <translation>贡多拉</translation>
    </message>
    <message>
        <source>hourglass</source>
        <translation>沙漏</translation>
    </message>
    <message>
        <source>iPod</source>
        <translation>iPod</translation>
    </message>
    <message>
        <source>jinrikisha</source>
        <translation>人力车</translation>
    </message>
    <message>
        <source>kimono</source>
        <translation>和服</translation>
    </message>
    <message>
        <source>lampshade</source>
        <translation>灯罩</translation>
    </message>
    <message>
        <source>lawn mower</source>
        <translation>割草机</translation>
    </message>
    <message>
        <source>lifeboat</source>
        <translation>救生艇</translation>
    </message>
    <message>
        <source>limousine</source>
        <translation>豪华轿车</translation>
    </message>
    <message>
        <source>magnetic compass</source>
        <translation>指南针</translation>
    </message>
    <message>
        <source>maypole</source>
        <translation>五月柱</translation>
    </message>
    <message>
        <source>military uniform</source>
        <translation>军装</translation>
    </message>
    <message>
        <source>miniskirt</source>
        <translation>迷你裙</translation>
    </message>
    <message>
        <source>moving van</source>
        <translation>搬家货车</translation>
    </message>
    <message>
        <source>nail</source>
        <translation>钉子</translation>
    </message>
    <message>
        <source>neck brace</source>
        <translation>颈托</translation>
    </message>
    <message>
        <source>obelisk</source>
        <translation>方尖碑</translation>
    </message>
    <message>
        <source>oboe</source>
        <translation>双簧管</translation>
    </message>
    <message>
        <source>organ</source>
        <translation>管风琴</translation>
    </message>
    <message>
        <source>parking meter</source>
        <translation>停车计时器</translation>
    </message>
    <message>
        <source>pay-phone</source>
        <translation>公用电话</translation>
    </message>
    <message>
        <source>picket fence</source>
        <translation>尖桩篱栅</translation>
    </message>
    <message>
        <source>pill bottle</source>
        <translation>药瓶</translation>
    </message>
    <message>
        <source>plunger</source>
        <translation>皮搋子</translation>
    </message>
    <message>
        <source>pole</source>
        <translation>杆子</translation>
    </message>
    <message>
        <source>police van</source>
        <translation>警车</translation>
    </message>
    <message>
        <source>poncho</source>
        <translation>斗篷</translation>
    </message>
    <message>
        <source>pop bottle</source>
        <translation>汽水瓶</translation>
    </message>
    <message>
        <source>potter&apos;s wheel</source>
        <translation>陶轮</translation>
    </message>
    <message>
        <source>projectile</source>
        <translation>炮弹</translation>
    </message>
    <message>
        <source>punching bag</source>
        <translation>沙袋</translation>
    </message>
    <message>
        <source>reel</source>
        <translation>卷线器</translation>
    </message>
    <message>
        <source>refrigerator</source>
        <translation>冰箱</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>遥控器</translation>
    </message>
    <message>
        <source>rocking chair</source>
        <translation>摇椅</translation>
    </message>
    <message>
        <source>rugby ball</source>
        <translation>橄榄球</translation>
    </message>
    <message>
        <source>sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>school bus</source>
        <translation>校车</translation>
    </message>
    <message>
        <source>scoreboard</source>
        <translation>记分牌</translation>
    </message>
    <message>
        <source>sewing machine</source>
        <translation>缝纫机</translation>
    </message>
    <message>
        <source>snorkel</source>
        <translation>潜水呼吸管</translation>
    </message>
    <message>
        <source>sock</source>
        <translation>袜子</translation>
    </message>
    <message>
        <source>sombrero</source>
        <translation>墨西哥宽边帽</translation>
    </message>
    <message>
        <source>space heater</source>
        <translation>取暖器</translation>
    </message>
    <message>
        <source>spider web</source>
        <translation>蜘蛛网</translation>
    </message>
    <message>
        <source>sports car</source>
        <translation>跑车</translation>
    </message>
    <message>
        <source>steel arch bridge</source>
        <translation>钢拱桥</translation>
    </message>
    <message>
        <source>stopwatch</source>
        <translation>秒表</translation>
    </message>
    <message>
        <source>sunglasses</source>
        <translation>太阳镜</translation>
    </message>
    <message>
        <source>suspension bridge</source>
        <translation>悬索桥</translation>
    </message>
    <message>
        <source>swimming trunks</source>
        <translation>泳裤</translation>
    </message>
    <message>
        <source>syringe</source>
        <translation>注射器</translation>
    </message>
    <message>
        <source>teapot</source>
        <translation>茶壶</translation>
    </message>
    <message>
        <source>teddy</source>
        <translation>泰迪熊</translation>
    </message>
    <message>
        <source>thatch</source>
        <translation>茅草屋顶</translation>
    </message>
    <message>
        <source>torch</source>
        <translation>火炬</translation>
    </message>
    <message>
        <source>tractor</source>
        <translation>拖拉机</translation>
    </message>
    <message>
        <source>triumphal arch</source>
        <translation>凯旋门</translation>
    </message>
    <message>
        <source>trolleybus</source>
        <translation>无轨电车</translation>
    </message>
    <message>
        <source>turnstile</source>
        <translation>旋转栅门</translation>
    </message>
    <message>
        <source>umbrella</source>
        <translation>雨伞</translation>
    </message>
    <message>
        <source>vestment</source>
        <translation>祭服</translation>
    </message>
    <message>
        <source>viaduct</source>
        <translation>高架桥</translation>
    </message>
    <message>
        <source>volleyball</source>
        <translation>排球</translation>
    </message>
    <message>
        <source>water jug</source>
        <translation>水罐</translation>
    </message>
    <message>
        <source>water tower</source>
        <translation>水塔</translation>
    </message>
    <message>
        <source>wok</source>
        <translation>炒锅</translation>
    </message>
    <message>
        <source>wooden spoon</source>
        <translation>木勺</translation>
    </message>
    <message>
        <source>comic book</source>
        <translation>漫画书</translation>
    </message>
    <message>
        <source>plate</source>
        <translation>盘子</translation>
    </message>
    <message>
        <source>guacamole</source>
        <translation>鳄梨酱</translation>
    </message>
    <message>
        <source>ice cream</source>
        <translation>冰淇淋</translation>
    </message>
    <message>
        <source>ice lolly</source>
        <translation>冰棒</translation>
    </message>
    <message>
        <source>pretzel</source>
        <translation>椒盐卷饼</translation>
    </message>
    <message>
        <source>mashed potato</source>
        <translation>土豆泥</translation>
    </message>
    <message>
        <source>cauliflower</source>
        <translation>花椰菜</translation>
    </message>
    <message>
        <source>bell pepper</source>
        <translation>甜椒</translation>
    </message>
    <message>
        <source>mushroom</source>
        <translation>蘑菇</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙子</translation>
    </message>
    <message>
        <source>lemon</source>
        <translation>柠檬</translation>
    </message>
    <message>
        <source>banana</source>
        <translation>香蕉</translation>
    </message>
    <message>
        <source>pomegranate</source>
        <translation>石榴</translation>
    </message>
    <message>
        <source>meat loaf</source>
        <translation>肉糕</translation>
    </message>
    <message>
        <source>pizza</source>
        <translation>披萨</translation>
    </message>
    <message>
        <source>potpie</source>
        <translation>馅饼</translation>
    </message>
    <message>
        <source>espresso</source>
        <translation>浓缩咖啡</translation>
    </message>
    <message>
        <source>alp</source>
        <translation>高山</translation>
    </message>
    <message>
        <source>cliff</source>
        <translation>悬崖</translation>
    </message>
    <message>
        <source>coral reef</source>
        <translation>珊瑚礁</translation>
    </message>
    <message>
        <source>lakeside</source>
        <translation>湖畔</translation>
    </message>
    <message>
        <source>seashore</source>
        <translation>海滨</translation>
    </message>
    <message>
        <source>acorn</source>
        <translation>橡子</translation>
    </message>
    <message>
        <source>tench</source>
        <comment>0</comment>
        <translation>丁鱥</translation>
    </message>
    <message>
        <source>great white shark</source>
        <comment>2</comment>
        <translation>大白鲨</translation>
    </message>
    <message>
        <source>tiger shark</source>
        <comment>3</comment>
        <translation>鼬鲨</translation>
    </message>
    <message>
        <source>hammerhead</source>
        <comment>4</comment>
        <translation>双髻鲨</translation>
    </message>
    <message>
        <source>electric ray</source>
        <comment>5</comment>
        <translation>电鳐</translation>
    </message>
    <message>
        <source>stingray</source>
        <comment>6</comment>
        <translation>魟鱼</translation>
    </message>
    <message>
        <source>cock</source>
        <comment>7</comment>
        <translation>公鸡</translation>
    </message>
    <message>
        <source>hen</source>
        <comment>8</comment>
        <translation>母鸡</translation>
    </message>
    <message>
        <source>ostrich</source>
        <comment>9</comment>
        <translation>鸵鸟</translation>
    </message>
    <message>
        <source>brambling</source>
        <comment>10</comment>
        <translation>燕雀</translation>
    </message>
    <message>
        <source>goldfinch</source>
        <comment>11</comment>
        <translation>红额金翅雀</translation>
    </message>
    <message>
        <source>house finch</source>
        <comment>12</comment>
        <translation>家朱雀</translation>
    </message>
    <message>
        <source>junco</source>
        <comment>13</comment>
        <translation>灯草鹀</translation>
    </message>
    <message>
        <source>indigo bunting</source>
        <comment>14</comment>
        <translation>靛蓝彩鹀</translation>
    </message>
    <message>
        <source>robin</source>
        <comment>15</comment>
        <translation>旅鸫</translation>
    </message>
    <message>
        <source>bulbul</source>
        <comment>16</comment>
        <translation>鹎</translation>
    </message>
    <message>
        <source>jay</source>
        <comment>17</comment>
        <translation>松鸦</translation>
    </message>
    <message>
        <source>magpie</source>
        <comment>18</comment>
        <translation>喜鹊</translation>
    </message>
    <message>
        <source>chickadee</source>
        <comment>19</comment>
        <translation>山雀</translation>
    </message>
    <message>
        <source>water ouzel</source>
        <comment>20</comment>
        <translation>河乌</translation>
    </message>
    <message>
        <source>kite</source>
        <comment>21</comment>
        <translation>鸢</translation>
    </message>
    <message>
        <source>bald eagle</source>
        <comment>22</comment>
        <translation>白头海雕</translation>
    </message>
    <message>
        <source>vulture</source>
        <comment>23</comment>
        <translation>秃鹫</translation>
    </message>
    <message>
        <source>great grey owl</source>
        <comment>24</comment>
        <translation>乌林鸮</translation>
    </message>
    <message>
        <source>common newt</source>
        <comment>26</comment>
        <translation>普通欧螈</translation>
    </message>
    <message>
        <source>eft</source>
        <comment>27</comment>
        <translation>幼螈</translation>
    </message>
    <message>
        <source>spotted salamander</source>
        <comment>28</comment>
        <translation>斑点钝口螈</translation>
    </message>
    <message>
        <source>axolotl</source>
        <comment>29</comment>
        <translation>美西钝口螈</translation>
    </message>
    <message>
        <source>tree frog</source>
        <comment>31</comment>
        <translation>树蛙</translation>
    </message>
    <message>
        <source>loggerhead</source>
        <comment>33</comment>
        <translation>赤蠵龟</translation>
    </message>
    <message>
        <source>leatherback turtle</source>
        <comment>34</comment>
        <translation>棱皮龟</translation>
    </message>
    <message>
        <source>mud turtle</source>
        <comment>35</comment>
        <translation>泥龟</translation>
    </message>
    <message>
        <source>terrapin</source>
        <comment>36</comment>
        <translation>水龟</translation>
    </message>
    <message>
        <source>box turtle</source>
        <comment>37</comment>
        <translation>箱龟</translation>
    </message>
    <message>
        <source>banded gecko</source>
        <comment>38</comment>
        <translation>带纹守宫</translation>
    </message>
    <message>
        <source>common iguana</source>
        <comment>39</comment>
        <translation>绿鬣蜥</translation>
    </message>
    <message>
        <source>American chameleon</source>
        <comment>40</comment>
        <translation>绿安乐蜥</translation>
    </message>
    <message>
        <source>whiptail</source>
        <comment>41</comment>
        <translation>鞭尾蜥</translation>
    </message>
    <message>
        <source>agama</source>
        <comment>42</comment>
        <translation>鬣蜥</translation>
    </message>
    <message>
        <source>frilled lizard</source>
        <comment>43</comment>
        <translation>伞蜥</translation>
    </message>
    <message>
        <source>alligator lizard</source>
        <comment>44</comment>
        <translation>短吻鳄蜥</translation>
    </message>
    <message>
        <source>Gila monster</source>
        <comment>45</comment>
        <translation>吉拉毒蜥</translation>
    </message>
    <message>
        <source>green lizard</source>
        <comment>46</comment>
        <translation>绿蜥蜴</translation>
    </message>
    <message>
        <source>African chameleon</source>
        <comment>47</comment>
        <translation>非洲变色龙</translation>
    </message>
    <message>
        <source>Komodo dragon</source>
        <comment>48</comment>
        <translation>科莫多巨蜥</translation>
    </message>
    <message>
        <source>African crocodile</source>
        <comment>49</comment>
        <translation>尼罗鳄</translation>
    </message>
    <message>
        <source>triceratops</source>
        <comment>51</comment>
        <translation>三角龙</translation>
    </message>
    <message>
        <source>thunder snake</source>
        <comment>52</comment>
        <translation>蠕蛇</translation>
    </message>
    <message>
        <source>ringneck snake</source>
        <comment>53</comment>
        <translation>环颈蛇</translation>
    </message>
    <message>
        <source>hognose snake</source>
        <comment>54</comment>
        <translation>猪鼻蛇</translation>
    </message>
    <message>
        <source>green snake</source>
        <comment>55</comment>
        <translation>绿蛇</translation>
    </message>
    <message>
        <source>king snake</source>
        <comment>56</comment>
        <translation>王蛇</translation>
    </message>
    <message>
        <source>garter snake</source>
        <comment>57</comment>
        <translation>束带蛇</translation>
    </message>
    <message>
        <source>water snake</source>
        <comment>58</comment>
        <translation>水蛇</translation>
    </message>
    <message>
        <source>vine snake</source>
        <comment>59</comment>
        <translation>藤蛇</translation>
    </message>
    <message>
        <source>night snake</source>
        <comment>60</comment>
        <translation>夜蛇</translation>
    </message>
    <message>
        <source>rock python</source>
        <comment>62</comment>
        <translation>非洲岩蟒</translation>
    </message>
    <message>
        <source>Indian cobra</source>
        <comment>63</comment>
        <translation>印度眼镜蛇</translation>
    </message>
    <message>
        <source>green mamba</source>
        <comment>64</comment>
        <translation>绿曼巴蛇</translation>
    </message>
    <message>
        <source>sea snake</source>
        <comment>65</comment>
        <translation>海蛇</translation>
    </message>
    <message>
        <source>horned viper</source>
        <comment>66</comment>
        <translation>角蝰</translation>
    </message>
    <message>
        <source>diamondback</source>
        <comment>67</comment>
        <translation>菱斑响尾蛇</translation>
    </message>
    <message>
        <source>sidewinder</source>
        <comment>68</comment>
        <translation>角响尾蛇</translation>
    </message>
    <message>
        <source>harvestman</source>
        <comment>70</comment>
        <translation>盲蛛</translation>
    </message>
    <message>
        <source>black and gold garden spider</source>
        <comment>72</comment>
        <translation>黑黄金蛛</translation>
    </message>
    <message>
        <source>barn spider</source>
        <comment>73</comment>
        <translation>谷仓圆蛛</translation>
    </message>
    <message>
        <source>garden spider</source>
        <comment>74</comment>
        <translation>十字园蛛</translation>
    </message>
    <message>
        <source>wolf spider</source>
        <comment>77</comment>
        <translation>狼蛛</translation>
    </message>
    <message>
        <source>tick</source>
        <comment>78</comment>
        <translation>蜱虫</translation>
    </message>
    <message>
        <source>black grouse</source>
        <comment>80</comment>
        <translation>黑琴鸡</translation>
    </message>
    <message>
        <source>ptarmigan</source>
        <comment>81</comment>
        <translation>雷鸟</translation>
    </message>
    <message>
        <source>ruffed grouse</source>
        <comment>82</comment>
        <translation>披肩榛鸡</translation>
    </message>
    <message>
        <source>prairie chicken</source>
        <comment>83</comment>
        <translation>草原松鸡</translation>
    </message>
    <message>
        <source>peacock</source>
        <comment>84</comment>
        <translation>孔雀</translation>
    </message>
    <message>
        <source>quail</source>
        <comment>85</comment>
        <translation>鹌鹑</translation>
    </message>
    <message>
        <source>partridge</source>
        <comment>86</comment>
        <translation>山鹑</translation>
    </message>
    <message>
        <source>African grey</source>
        <comment>87</comment>
        <translation>非洲灰鹦鹉</translation>
    </message>
    <message>
        <source>macaw</source>
        <comment>88</comment>
        <translation>金刚鹦鹉</translation>
    </message>
    <message>
        <source>sulphur-crested cockatoo</source>
        <comment>89</comment>
        <translation>葵花凤头鹦鹉</translation>
    </message>
    <message>
        <source>lorikeet</source>
        <comment>90</comment>
        <translation>吸蜜鹦鹉</translation>
    </message>
    <message>
        <source>coucal</source>
        <comment>91</comment>
        <translation>鸦鹃</translation>
    </message>
    <message>
        <source>bee eater</source>
        <comment>92</comment>
        <translation>蜂虎</translation>
    </message>
    <message>
        <source>hornbill</source>
        <comment>93</comment>
        <translation>犀鸟</translation>
    </message>
    <message>
        <source>hummingbird</source>
        <comment>94</comment>
        <translation>蜂鸟</translation>
    </message>
    <message>
        <source>jacamar</source>
        <comment>95</comment>
        <translation>鹟䴕</translation>
    </message>
    <message>
        <source>toucan</source>
        <comment>96</comment>
        <translation>巨嘴鸟</translation>
    </message>
    <message>
        <source>drake</source>
        <comment>97</comment>
        <translation>公鸭</translation>
    </message>
    <message>
        <source>red-breasted merganser</source>
        <comment>98</comment>
        <translation>红胸秋沙鸭</translation>
    </message>
    <message>
        <source>black swan</source>
        <comment>100</comment>
        <translation>黑天鹅</translation>
    </message>
    <message>
        <source>tusker</source>
        <comment>101</comment>
        <translation>长牙象</translation>
    </message>
    <message>
        <source>echidna</source>
        <comment>102</comment>
        <translation>针鼹</translation>
    </message>
    <message>
        <source>platypus</source>
        <comment>103</comment>
        <translation>鸭嘴兽</translation>
    </message>
    <message>
        <source>wallaby</source>
        <comment>104</comment>
        <translation>沙袋鼠</translation>
    </message>
    <message>
        <source>wombat</source>
        <comment>106</comment>
        <translation>袋熊</translation>
    </message>
    <message>
        <source>sea anemone</source>
        <comment>108</comment>
        <translation>海葵</translation>
    </message>
    <message>
        <source>flatworm</source>
        <comment>110</comment>
        <translation>扁形虫</translation>
    </message>
    <message>
        <source>nematode</source>
        <comment>111</comment>
        <translation>线虫</translation>
    </message>
    <message>
        <source>conch</source>
        <comment>112</comment>
        <translation>海螺</translation>
    </message>
    <message>
        <source>chiton</source>
        <comment>116</comment>
        <translation>石鳖</translation>
    </message>
    <message>
        <source>chambered nautilus</source>
        <comment>117</comment>
        <translation>鹦鹉螺</translation>
    </message>
    <message>
        <source>Dungeness crab</source>
        <comment>118</comment>
        <translation>珍宝蟹</translation>
    </message>
    <message>
        <source>rock crab</source>
        <comment>119</comment>
        <translation>黄道蟹</translation>
    </message>
    <message>
        <source>fiddler crab</source>
        <comment>120</comment>
        <translation>招潮蟹</translation>
    </message>
    <message>
        <source>king crab</source>
        <comment>121</comment>
        <translation>帝王蟹</translation>
    </message>
    <message>
        <source>crayfish</source>
        <comment>124</comment>
        <translation>螯虾</translation>
    </message>
    <message>
        <source>hermit crab</source>
        <comment>125</comment>
        <translation>寄居蟹</translation>
    </message>
    <message>
        <source>isopod</source>
        <comment>126</comment>
        <translation>等足虫</translation>
    </message>
    <message>
        <source>white stork</source>
        <comment>127</comment>
        <translation>白鹳</translation>
    </message>
    <message>
        <source>spoonbill</source>
        <comment>129</comment>
        <translation>琵鹭</translation>
    </message>
    <message>
        <source>flamingo</source>
        <comment>130</comment>
        <translation>火烈鸟</translation>
    </message>
    <message>
        <source>little blue heron</source>
        <comment>131</comment>
        <translation>小蓝鹭</translation>
    </message>
    <message>
        <source>American egret</source>
        <comment>132</comment>
        <translation>大白鹭</translation>
    </message>
    <message>
        <source>bittern</source>
        <comment>133</comment>
        <translation>麻鳽</translation>
    </message>
    <message>
        <source>crane</source>
        <comment>134</comment>
        <translation>鹤</translation>
    </message>
    <message>
        <source>limpkin</source>
        <comment>135</comment>
        <translation>秧鹤</translation>
    </message>
    <message>
        <source>European gallinule</source>
        <comment>136</comment>
        <translation>紫水鸡</translation>
    </message>
    <message>
        <source>American coot</source>
        <comment>137</comment>
        <translation>美洲骨顶</translation>
    </message>
    <message>
        <source>bustard</source>
        <comment>138</comment>
        <translation>鸨</translation>
    </message>
    <message>
        <source>ruddy turnstone</source>
        <comment>139</comment>
        <translation>翻石鹬</translation>
    </message>
    <message>
        <source>red-backed sandpiper</source>
        <comment>140</comment>
        <translation>黑腹滨鹬</translation>
    </message>
    <message>
        <source>redshank</source>
        <comment>141</comment>
        <translation>红脚鹬</translation>
    </message>
    <message>
        <source>dowitcher</source>
        <comment>142</comment>
        <translation>半蹼鹬</translation>
    </message>
    <message>
        <source>oystercatcher</source>
        <comment>143</comment>
        <translation>蛎鹬</translation>
    </message>
    <message>
        <source>pelican</source>
        <comment>144</comment>
        <translation>鹈鹕</translation>
    </message>
    <message>
        <source>grey whale</source>
        <comment>147</comment>
        <translation>灰鲸</translation>
    </message>
    <message>
        <source>killer whale</source>
        <comment>148</comment>
        <translation>虎鲸</translation>
    </message>
    <message>
        <source>sea lion</source>
        <comment>150</comment>
        <translation>海狮</translation>
    </message>
    <message>
        <source>Japanese spaniel</source>
        <comment>152</comment>
        <translation>日本狆</translation>
    </message>
    <message>
        <source>Maltese dog</source>
        <comment>153</comment>
        <translation>马尔济斯犬</translation>
    </message>
    <message>
        <source>Pekinese</source>
        <comment>154</comment>
        <translation>北京犬</translation>
    </message>
    <message>
        <source>Shih-Tzu</source>
        <comment>155</comment>
        <translation>西施犬</translation>
    </message>
    <message>
        <source>Blenheim spaniel</source>
        <comment>156</comment>
        <translation>布莱尼姆猎犬</translation>
    </message>
    <message>
        <source>papillon</source>
        <comment>157</comment>
        <translation>蝴蝶犬</translation>
    </message>
    <message>
        <source>toy terrier</source>
        <comment>158</comment>
        <translation>玩具梗</translation>
    </message>
    <message>
        <source>Rhodesian ridgeback</source>
        <comment>159</comment>
        <translation>罗得西亚脊背犬</translation>
    </message>
    <message>
        <source>Afghan hound</source>
        <comment>160</comment>
        <translation>阿富汗猎犬</translation>
    </message>
    <message>
        <source>basset</source>
        <comment>161</comment>
        <translation>巴吉度猎犬</translation>
    </message>
    <message>
        <source>beagle</source>
        <comment>162</comment>
        <translation>比格犬</translation>
    </message>
    <message>
        <source>bloodhound</source>
        <comment>163</comment>
        <translation>寻血猎犬</translation>
    </message>
    <message>
        <source>bluetick</source>
        <comment>164</comment>
        <translation>蓝斑浣熊猎犬</translation>
    </message>
    <message>
        <source>black-and-tan coonhound</source>
        <comment>165</comment>
        <translation>黑褐浣熊猎犬</translation>
    </message>
    <message>
        <source>Walker hound</source>
        <comment>166</comment>
        <translation>沃克猎狐犬</translation>
    </message>
    <message>
        <source>English foxhound</source>
        <comment>167</comment>
        <translation>英国猎狐犬</translation>
    </message>
    <message>
        <source>redbone</source>
        <comment>168</comment>
        <translation>红骨浣熊猎犬</translation>
    </message>
    <message>
        <source>borzoi</source>
        <comment>169</comment>
        <translation>俄罗斯猎狼犬</translation>
    </message>
    <message>
        <source>Irish wolfhound</source>
        <comment>170</comment>
        <translation>爱尔兰猎狼犬</translation>
    </message>
    <message>
        <source>Italian greyhound</source>
        <comment>171</comment>
        <translation>意大利灵缇</translation>
    </message>
    <message>
        <source>whippet</source>
        <comment>172</comment>
        <translation>惠比特犬</translation>
    </message>
    <message>
        <source>Ibizan hound</source>
        <comment>173</comment>
        <translation>伊维萨猎犬</translation>
    </message>
    <message>
        <source>Norwegian elkhound</source>
        <comment>174</comment>
        <translation>挪威猎麋犬</translation>
    </message>
    <message>
        <source>otterhound</source>
        <comment>175</comment>
        <translation>水獭猎犬</translation>
    </message>
    <message>
        <source>Saluki</source>
        <comment>176</comment>
        <translation>萨路基猎犬</translation>
    </message>
    <message>
        <source>Scottish deerhound</source>
        <comment>177</comment>
        <translation>苏格兰猎鹿犬</translation>
    </message>
    <message>
        <source>Weimaraner</source>
        <comment>178</comment>
        <translation>魏玛猎犬</translation>
    </message>
    <message>
        <source>Staffordshire bullterrier</source>
        <comment>179</comment>
        <translation>斯塔福郡斗牛梗</translation>
    </message>
    <message>
        <source>American Staffordshire terrier</source>
        <comment>180</comment>
        <translation>美国斯塔福郡梗</translation>
    </message>
    <message>
        <source>Bedlington terrier</source>
        <comment>181</comment>
        <translation>贝灵顿梗</translation>
    </message>
    <message>
        <source>Border terrier</source>
        <comment>182</comment>
        <translation>边境梗</translation>
    </message>
    <message>
        <source>Kerry blue terrier</source>
        <comment>183</comment>
        <translation>凯利蓝梗</translation>
    </message>
    <message>
        <source>Irish terrier</source>
        <comment>184</comment>
        <translation>爱尔兰梗</translation>
    </message>
    <message>
        <source>Norfolk terrier</source>
        <comment>185</comment>
        <translation>诺福克梗</translation>
    </message>
    <message>
        <source>Norwich terrier</source>
        <comment>186</comment>
        <translation>诺里奇梗</translation>
    </message>
    <message>
        <source>wire-haired fox terrier</source>
        <comment>188</comment>
        <translation>刚毛猎狐梗</translation>
    </message>
    <message>
        <source>Lakeland terrier</source>
        <comment>189</comment>
        <translation>莱克兰梗</translation>
    </message>
    <message>
        <source>Sealyham terrier</source>
        <comment>190</comment>
        <translation>西里汉姆梗</translation>
    </message>
    <message>
        <source>Airedale</source>
        <comment>191</comment>
        <translation>万能梗</translation>
    </message>
    <message>
        <source>cairn</source>
        <comment>192</comment>
        <translation>凯恩梗</translation>
    </message>
    <message>
        <source>Australian terrier</source>
        <comment>193</comment>
        <translation>澳大利亚梗</translation>
    </message>
    <message>
        <source>Dandie Dinmont</source>
        <comment>194</comment>
        <translation>丹迪丁蒙梗</translation>
    </message>
    <message>
        <source>Boston bull</source>
        <comment>195</comment>
        <translation>波士顿梗</translation>
    </message>
    <message>
        <source>miniature schnauzer</source>
        <comment>196</comment>
        <translation>迷你雪纳瑞</translation>
    </message>
    <message>
        <source>giant schnauzer</source>
        <comment>197</comment>
        <translation>巨型雪纳瑞</translation>
    </message>
    <message>
        <source>standard schnauzer</source>
        <comment>198</comment>
        <translation>标准雪纳瑞</translation>
    </message>
    <message>
        <source>Scotch terrier</source>
        <comment>199</comment>
        <translation>苏格兰梗</translation>
    </message>
    <message>
        <source>Tibetan terrier</source>
        <comment>200</comment>
        <translation>西藏梗</translation>
    </message>
    <message>
        <source>silky terrier</source>
        <comment>201</comment>
        <translation>悉尼丝毛梗</translation>
    </message>
    <message>
        <source>soft-coated wheaten terrier</source>
        <comment>202</comment>
        <translation>软毛麦色梗</translation>
    </message>
    <message>
        <source>West Highland white terrier</source>
        <comment>203</comment>
        <translation>西高地白梗</translation>
    </message>
    <message>
        <source>Lhasa</source>
        <comment>204</comment>
        <translation>拉萨犬</translation>
    </message>
    <message>
        <source>flat-coated retriever</source>
        <comment>205</comment>
        <translation>平毛寻回犬</translation>
    </message>
    <message>
        <source>curly-coated retriever</source>
        <comment>206</comment>
        <translation>卷毛寻回犬</translation>
    </message>
    <message>
        <source>Chesapeake Bay retriever</source>
        <comment>209</comment>
        <translation>切萨皮克湾寻回犬</translation>
    </message>
    <message>
        <source>German short-haired pointer</source>
        <comment>210</comment>
        <translation>德国短毛指示犬</translation>
    </message>
    <message>
        <source>vizsla</source>
        <comment>211</comment>
        <translation>维兹拉犬</translation>
    </message>
    <message>
        <source>English setter</source>
        <comment>212</comment>
        <translation>英国塞特犬</translation>
    </message>
    <message>
        <source>Irish setter</source>
        <comment>213</comment>
        <translation>爱尔兰塞特犬</translation>
    </message>
    <message>
        <source>Gordon setter</source>
        <comment>214</comment>
        <translation>戈登塞特犬</translation>
    </message>
    <message>
        <source>Brittany spaniel</source>
        <comment>215</comment>
        <translation>布列塔尼猎犬</translation>
    </message>
    <message>
        <source>clumber</source>
        <comment>216</comment>
        <translation>克伦伯猎犬</translation>
    </message>
    <message>
        <source>English springer</source>
        <comment>217</comment>
        <translation>英国史宾格犬</translation>
    </message>
    <message>
        <source>Welsh springer spaniel</source>
        <comment>218</comment>
        <translation>威尔士史宾格犬</translation>
    </message>
    <message>
        <source>cocker spaniel</source>
        <comment>219</comment>
        <translation>可卡犬</translation>
    </message>
    <message>
        <source>Sussex spaniel</source>
        <comment>220</comment>
        <translation>萨塞克斯猎犬</translation>
    </message>
    <message>
        <source>Irish water spaniel</source>
        <comment>221</comment>
        <translation>爱尔兰水猎犬</translation>
    </message>
    <message>
        <source>kuvasz</source>
        <comment>222</comment>
        <translation>库瓦兹犬</translation>
    </message>
    <message>
        <source>schipperke</source>
        <comment>223</comment>
        <translation>史奇派克犬</translation>
    </message>
    <message>
        <source>groenendael</source>
        <comment>224</comment>
        <translation>格罗安达犬</translation>
    </message>
    <message>
        <source>malinois</source>
        <comment>225</comment>
        <translation>马里努阿犬</translation>
    </message>
    <message>
        <source>briard</source>
        <comment>226</comment>
        <translation>伯瑞犬</translation>
    </message>
    <message>
        <source>kelpie</source>
        <comment>227</comment>
        <translation>凯尔皮犬</translation>
    </message>
    <message>
        <source>komondor</source>
        <comment>228</comment>
        <translation>可蒙犬</translation>
    </message>
    <message>
        <source>Old English sheepdog</source>
        <comment>229</comment>
        <translation>英国古代牧羊犬</translation>
    </message>
    <message>
        <source>Shetland sheepdog</source>
        <comment>230</comment>
        <translation>喜乐蒂牧羊犬</translation>
    </message>
    <message>
        <source>collie</source>
        <comment>231</comment>
        <translation>苏格兰牧羊犬</translation>
    </message>
    <message>
        <source>Border collie</source>
        <comment>232</comment>
        <translation>边境牧羊犬</translation>
    </message>
    <message>
        <source>Bouvier des Flandres</source>
        <comment>233</comment>
        <translation>佛兰德斯牧牛犬</translation>
    </message>
    <message>
        <source>Rottweiler</source>
        <comment>234</comment>
        <translation>罗威纳犬</translation>
    </message>
    <message>
        <source>Doberman</source>
        <comment>236</comment>
        <translation>杜宾犬</translation>
    </message>
    <message>
        <source>miniature pinscher</source>
        <comment>237</comment>
        <translation>迷你宾莎犬</translation>
    </message>
    <message>
        <source>Greater Swiss Mountain dog</source>
        <comment>238</comment>
        <translation>大瑞士山地犬</translation>
    </message>
    <message>
        <source>Bernese mountain dog</source>
        <comment>239</comment>
        <translation>伯恩山犬</translation>
    </message>
    <message>
        <source>Appenzeller</source>
        <comment>240</comment>
        <translation>阿彭策尔山犬</translation>
    </message>
    <message>
        <source>EntleBucher</source>
        <comment>241</comment>
        <translation>恩特布赫山犬</translation>
    </message>
    <message>
        <source>boxer</source>
        <comment>242</comment>
        <translation>拳师犬</translation>
    </message>
    <message>
        <source>bull mastiff</source>
        <comment>243</comment>
        <translation>斗牛獒</translation>
    </message>
    <message>
        <source>Tibetan mastiff</source>
        <comment>244</comment>
        <translation>藏獒</translation>
    </message>
    <message>
        <source>French bulldog</source>
        <comment>245</comment>
        <translation>法国斗牛犬</translation>
    </message>
    <message>
        <source>Great Dane</source>
        <comment>246</comment>
        <translation>大丹犬</translation>
    </message>
    <message>
        <source>Saint Bernard</source>
        <comment>247</comment>
        <translation>圣伯纳犬</translation>
    </message>
    <message>
        <source>Eskimo dog</source>
        <comment>248</comment>
        <translation>爱斯基摩犬</translation>
    </message>
    <message>
        <source>malamute</source>
        <comment>249</comment>
        <translation>阿拉斯加雪橇犬</translation>
    </message>
    <message>
        <source>Siberian husky</source>
        <comment>250</comment>
        <translation>西伯利亚哈士奇</translation>
    </message>
    <message>
        <source>dalmatian</source>
        <comment>251</comment>
        <translation>斑点狗</translation>
    </message>
    <message>
        <source>affenpinscher</source>
        <comment>252</comment>
        <translation>猴面宾莎犬</translation>
    </message>
    <message>
        <source>basenji</source>
        <comment>253</comment>
        <translation>巴仙吉犬</translation>
    </message>
    <message>
        <source>pug</source>
        <comment>254</comment>
        <translation>巴哥犬</translation>
    </message>
    <message>
        <source>Leonberg</source>
        <comment>255</comment>
        <translation>莱昂贝格犬</translation>
    </message>
    <message>
        <source>Newfoundland</source>
        <comment>256</comment>
        <translation>纽芬兰犬</translation>
    </message>
    <message>
        <source>Great Pyrenees</source>
        <comment>257</comment>
        <translation>大白熊犬</translation>
    </message>
    <message>
        <source>Samoyed</source>
        <comment>258</comment>
        <translation>萨摩耶犬</translation>
    </message>
    <message>
        <source>Pomeranian</source>
        <comment>259</comment>
        <translation>博美犬</translation>
    </message>
    <message>
        <source>chow</source>
        <comment>260</comment>
        <translation>松狮犬</translation>
    </message>
    <message>
        <source>keeshond</source>
        <comment>261</comment>
        <translation>荷兰毛狮犬</translation>
    </message>
    <message>
        <source>Brabancon griffon</source>
        <comment>262</comment>
        <translation>布拉班特格里芬犬</translation>
    </message>
    <message>
        <source>Pembroke</source>
        <comment>263</comment>
        <translation>彭布罗克柯基犬</translation>
    </message>
    <message>
        <source>Cardigan</source>
        <comment>264</comment>
        <translation>卡迪根柯基犬</translation>
    </message>
    <message>
        <source>toy poodle</source>
        <comment>265</comment>
        <translation>玩具贵宾犬</translation>
    </message>
    <message>
        <source>miniature poodle</source>
        <comment>266</comment>
        <translation>迷你贵宾犬</translation>
    </message>
    <message>
        <source>Mexican hairless</source>
        <comment>268</comment>
        <translation>墨西哥无毛犬</translation>
    </message>
    <message>
        <source>timber wolf</source>
        <comment>269</comment>
        <translation>灰狼</translation>
    </message>
    <message>
        <source>white wolf</source>
        <comment>270</comment>
        <translation>北极狼</translation>
    </message>
    <message>
        <source>red wolf</source>
        <comment>271</comment>
        <translation>红狼</translation>
    </message>
    <message>
        <source>coyote</source>
        <comment>272</comment>
        <translation>郊狼</translation>
    </message>
    <message>
        <source>dingo</source>
        <comment>273</comment>
        <translation>澳洲野犬</translation>
    </message>
    <message>
        <source>dhole</source>
        <comment>274</comment>
        <translation>豺</translation>
    </message>
    <message>
        <source>African hunting dog</source>
        <comment>275</comment>
        <translation>非洲野犬</translation>
    </message>
    <message>
        <source>hyena</source>
        <comment>276</comment>
        <translation>鬣狗</translation>
    </message>
    <message>
        <source>red fox</source>
        <comment>277</comment>
        <translation>赤狐</translation>
    </message>
    <message>
        <source>kit fox</source>
        <comment>278</comment>
        <translation>敏狐</translation>
    </message>
    <message>
        <source>Arctic fox</source>
        <comment>279</comment>
        <translation>北极狐</translation>
    </message>
    <message>
        <source>grey fox</source>
        <comment>280</comment>
        <translation>灰狐</translation>
    </message>
    <message>
        <source>tiger cat</source>
        <comment>282</comment>
        <translation>虎皮猫</translation>
    </message>
    <message>
        <source>Siamese cat</source>
        <comment>284</comment>
        <translation>暹罗猫</translation>
    </message>
    <message>
        <source>lynx</source>
        <comment>287</comment>
        <translation>猞猁</translation>
    </message>
    <message>
        <source>leopard</source>
        <comment>288</comment>
        <translation>豹</translation>
    </message>
    <message>
        <source>snow leopard</source>
        <comment>289</comment>
        <translation>雪豹</translation>
    </message>
    <message>
        <source>jaguar</source>
        <comment>290</comment>
        <translation>美洲豹</translation>
    </message>
    <message>
        <source>tiger</source>
        <comment>292</comment>
        <translation>老虎</translation>
    </message>
    <message>
        <source>cheetah</source>
        <comment>293</comment>
        <translation>猎豹</translation>
    </message>
    <message>
        <source>American black bear</source>
        <comment>295</comment>
        <translation>美洲黑熊</translation>
    </message>
    <message>
        <source>ice bear</source>
        <comment>296</comment>
        <translation>北极熊</translation>
    </message>
    <message>
        <source>sloth bear</source>
        <comment>297</comment>
        <translation>懒熊</translation>
    </message>
    <message>
        <source>mongoose</source>
        <comment>298</comment>
        <translation>獴</translation>
    </message>
    <message>
        <source>meerkat</source>
        <comment>299</comment>
        <translation>狐獴</translation>
    </message>
    <message>
        <source>tiger beetle</source>
        <comment>300</comment>
        <translation>虎甲</translation>
    </message>
    <message>
        <source>ground beetle</source>
        <comment>302</comment>
        <translation>步甲</translation>
    </message>
    <message>
        <source>long-horned beetle</source>
        <comment>303</comment>
        <translation>天牛</translation>
    </message>
    <message>
        <source>leaf beetle</source>
        <comment>304</comment>
        <translation>叶甲</translation>
    </message>
    <message>
        <source>dung beetle</source>
        <comment>305</comment>
        <translation>蜣螂</translation>
    </message>
    <message>
        <source>rhinoceros beetle</source>
        <comment>306</comment>
        <translation>独角仙</translation>
    </message>
    <message>
        <source>weevil</source>
        <comment>307</comment>
        <translation>象鼻虫</translation>
    </message>
    <message>
        <source>ant</source>
        <comment>310</comment>
        <translation>蚂蚁</translation>
    </message>
    <message>
        <source>cricket</source>
        <comment>312</comment>
        <translation>蟋蟀</translation>
    </message>
    <message>
        <source>cicada</source>
        <comment>316</comment>
        <translation>蝉</translation>
    </message>
    <message>
        <source>leafhopper</source>
        <comment>317</comment>
        <translation>叶蝉</translation>
    </message>
    <message>
        <source>lacewing</source>
        <comment>318</comment>
        <translation>草蛉</translation>
    </message>
    <message>
        <source>damselfly</source>
        <comment>320</comment>
        <translation>豆娘</translation>
    </message>
    <message>
        <source>admiral</source>
        <comment>321</comment>
        <translation>红蛱蝶</translation>
    </message>
    <message>
        <source>ringlet</source>
        <comment>322</comment>
        <translation>眼蝶</translation>
    </message>
    <message>
        <source>cabbage butterfly</source>
        <comment>324</comment>
        <translation>菜粉蝶</translation>
    </message>
    <message>
        <source>lycaenid</source>
        <comment>326</comment>
        <translation>灰蝶</translation>
    </message>
    <message>
        <source>starfish</source>
        <comment>327</comment>
        <translation>海星</translation>
    </message>
    <message>
        <source>sea urchin</source>
        <comment>328</comment>
        <translation>海胆</translation>
    </message>
    <message>
        <source>wood rabbit</source>
        <comment>330</comment>
        <translation>棉尾兔</translation>
    </message>
    <message>
        <source>hare</source>
        <comment>331</comment>
        <translation>野兔</translation>
    </message>
    <message>
        <source>Angora</source>
        <comment>332</comment>
        <translation>安哥拉兔</translation>
    </message>
    <message>
        <source>hamster</source>
        <comment>333</comment>
        <translation>仓鼠</translation>
    </message>
    <message>
        <source>porcupine</source>
        <comment>334</comment>
        <translation>豪猪</translation>
    </message>
    <message>
        <source>fox squirrel</source>
        <comment>335</comment>
        <translation>狐松鼠</translation>
    </message>
    <message>
        <source>marmot</source>
        <comment>336</comment>
        <translation>旱獭</translation>
    </message>
    <message>
        <source>beaver</source>
        <comment>337</comment>
        <translation>河狸</translation>
    </message>
    <message>
        <source>sorrel</source>
        <comment>339</comment>
        <translation>栗色马</translation>
    </message>
    <message>
        <source>zebra</source>
        <comment>340</comment>
        <translation>斑马</translation>
    </message>
    <message>
        <source>wild boar</source>
        <comment>342</comment>
        <translation>野猪</translation>
    </message>
    <message>
        <source>warthog</source>
        <comment>343</comment>
        <translation>疣猪</translation>
    </message>
    <message>
        <source>hippopotamus</source>
        <comment>344</comment>
        <translation>河马</translation>
    </message>
    <message>
        <source>water buffalo</source>
        <comment>346</comment>
        <translation>水牛</translation>
    </message>
    <message>
        <source>ram</source>
        <comment>348</comment>
        <translation>公羊</translation>
    </message>
    <message>
        <source>ibex</source>
        <comment>350</comment>
        <translation>羱羊</translation>
    </message>
    <message>
        <source>hartebeest</source>
        <comment>351</comment>
        <translation>狷羚</translation>
    </message>
    <message>
        <source>impala</source>
        <comment>352</comment>
        <translation>黑斑羚</translation>
    </message>
    <message>
        <source>llama</source>
        <comment>355</comment>
        <translation>大羊驼</translation>
    </message>
    <message>
        <source>weasel</source>
        <comment>356</comment>
        <translation>鼬</translation>
    </message>
    <message>
        <source>mink</source>
        <comment>357</comment>
        <translation>水貂</translation>
    </message>
    <message>
        <source>polecat</source>
        <comment>358</comment>
        <translation>林鼬</translation>
    </message>
    <message>
        <source>black-footed ferret</source>
        <comment>359</comment>
        <translation>黑足鼬</translation>
    </message>
    <message>
        <source>otter</source>
        <comment>360</comment>
        <translation>水獭</translation>
    </message>
    <message>
        <source>skunk</source>
        <comment>361</comment>
        <translation>臭鼬</translation>
    </message>
    <message>
        <source>badger</source>
        <comment>362</comment>
        <translation>獾</translation>
    </message>
    <message>
        <source>armadillo</source>
        <comment>363</comment>
        <translation>犰狳</translation>
    </message>
    <message>
        <source>three-toed sloth</source>
        <comment>364</comment>
        <translation>三趾树懒</translation>
    </message>
    <message>
        <source>gorilla</source>
        <comment>366</comment>
        <translation>大猩猩</translation>
    </message>
    <message>
        <source>gibbon</source>
        <comment>368</comment>
        <translation>长臂猿</translation>
    </message>
    <message>
        <source>siamang</source>
        <comment>369</comment>
        <translation>合趾猿</translation>
    </message>
    <message>
        <source>guenon</source>
        <comment>370</comment>
        <translation>长尾猴</translation>
    </message>
    <message>
        <source>patas</source>
        <comment>371</comment>
        <translation>赤猴</translation>
    </message>
    <message>
        <source>macaque</source>
        <comment>373</comment>
        <translation>猕猴</translation>
    </message>
    <message>
        <source>langur</source>
        <comment>374</comment>
        <translation>叶猴</translation>
    </message>
    <message>
        <source>colobus</source>
        <comment>375</comment>
        <translation>疣猴</translation>
    </message>
    <message>
        <source>proboscis monkey</source>
        <comment>376</comment>
        <translation>长鼻猴</translation>
    </message>
    <message>
        <source>marmoset</source>
        <comment>377</comment>
        <translation>狨猴</translation>
    </message>
    <message>
        <source>capuchin</source>
        <comment>378</comment>
        <translation>卷尾猴</translation>
    </message>
    <message>
        <source>howler monkey</source>
        <comment>379</comment>
        <translation>吼猴</translation>
    </message>
    <message>
        <source>titi</source>
        <comment>380</comment>
        <translation>伶猴</translation>
    </message>
    <message>
        <source>spider monkey</source>
        <comment>381</comment>
        <translation>蜘蛛猴</translation>
    </message>
    <message>
        <source>squirrel monkey</source>
        <comment>382</comment>
        <translation>松鼠猴</translation>
    </message>
    <message>
        <source>Madagascar cat</source>
        <comment>383</comment>
        <translation>环尾狐猴</translation>
    </message>
    <message>
        <source>indri</source>
        <comment>384</comment>
        <translation>大狐猴</translation>
    </message>
    <message>
        <source>Indian elephant</source>
        <comment>385</comment>
        <translation>亚洲象</translation>
    </message>
    <message>
        <source>giant panda</source>
        <comment>388</comment>
        <translation>大熊猫</translation>
    </message>
    <message>
        <source>barracouta</source>
        <comment>389</comment>
        <translation>杖蛇鲭</translation>
    </message>
    <message>
        <source>eel</source>
        <comment>390</comment>
        <translation>鳗鱼</translation>
    </message>
    <message>
        <source>coho</source>
        <comment>391</comment>
        <translation>银鲑</translation>
    </message>
    <message>
        <source>rock beauty</source>
        <comment>392</comment>
        <translation>三色刺蝶鱼</translation>
    </message>
    <message>
        <source>anemone fish</source>
        <comment>393</comment>
        <translation>小丑鱼</translation>
    </message>
    <message>
        <source>sturgeon</source>
        <comment>394</comment>
        <translation>鲟鱼</translation>
    </message>
    <message>
        <source>gar</source>
        <comment>395</comment>
        <translation>雀鳝</translation>
    </message>
    <message>
        <source>lionfish</source>
        <comment>396</comment>
        <translation>蓑鲉</translation>
    </message>
    <message>
        <source>puffer</source>
        <comment>397</comment>
        <translation>河豚</translation>
    </message>
    <message>
        <source>abaya</source>
        <comment>399</comment>
        <translation>阿拉伯罩袍</translation>
    </message>
    <message>
        <source>accordion</source>
        <comment>401</comment>
        <translation>手风琴</translation>
    </message>
    <message>
        <source>acoustic guitar</source>
        <comment>402</comment>
        <translation>木吉他</translation>
    </message>
    <message>
        <source>aircraft carrier</source>
        <comment>403</comment>
        <translation>航空母舰</translation>
    </message>
    <message>
        <source>airliner</source>
        <comment>404</comment>
        <translation>客机</translation>
    </message>
    <message>
        <source>airship</source>
        <comment>405</comment>
        <translation>飞艇</translation>
    </message>
    <message>
        <source>ambulance</source>
        <comment>407</comment>
        <translation>救护车</translation>
    </message>
    <message>
        <source>amphibian</source>
        <comment>408</comment>
        <translation>两栖车</translation>
    </message>
    <message>
        <source>analog clock</source>
        <comment>409</comment>
        <translation>指针时钟</translation>
    </message>
    <message>
        <source>apiary</source>
        <comment>410</comment>
        <translation>养蜂场</translation>
    </message>
    <message>
        <source>ashcan</source>
        <comment>412</comment>
        <translation>垃圾桶</translation>
    </message>
    <message>
        <source>assault rifle</source>
        <comment>413</comment>
        <translation>突击步枪</translation>
    </message>
    <message>
        <source>bakery</source>
        <comment>415</comment>
        <translation>面包店</translation>
    </message>
    <message>
        <source>balance beam</source>
        <comment>416</comment>
        <translation>平衡木</translation>
    </message>
    <message>
        <source>balloon</source>
        <comment>417</comment>
        <translation>气球</translation>
    </message>
    <message>
        <source>ballpoint</source>
        <comment>418</comment>
        <translation>圆珠笔</translation>
    </message>
    <message>
        <source>Band Aid</source>
        <comment>419</comment>
        <translation>创可贴</translation>
    </message>
    <message>
        <source>banjo</source>
        <comment>420</comment>
        <translation>班卓琴</translation>
    </message>
    <message>
        <source>barbell</source>
        <comment>422</comment>
        <translation>杠铃</translation>
    </message>
    <message>
        <source>barber chair</source>
        <comment>423</comment>
        <translation>理发椅</translation>
    </message>
    <message>
        <source>barometer</source>
        <comment>426</comment>
        <translation>气压计</translation>
    </message>
    <message>
        <source>barrow</source>
        <comment>428</comment>
        <translation>独轮手推车</translation>
    </message>
    <message>
        <source>baseball</source>
        <comment>429</comment>
        <translation>棒球</translation>
    </message>
    <message>
        <source>bassinet</source>
        <comment>431</comment>
        <translation>婴儿睡篮</translation>
    </message>
    <message>
        <source>bassoon</source>
        <comment>432</comment>
        <translation>巴松管</translation>
    </message>
    <message>
        <source>bathing cap</source>
        <comment>433</comment>
        <translation>泳帽</translation>
    </message>
    <message>
        <source>bath towel</source>
        <comment>434</comment>
        <translation>浴巾</translation>
    </message>
    <message>
        <source>bearskin</source>
        <comment>439</comment>
        <translation>熊皮帽</translation>
    </message>
    <message>
        <source>beer glass</source>
        <comment>441</comment>
        <translation>啤酒杯</translation>
    </message>
    <message>
        <source>bell cote</source>
        <comment>442</comment>
        <translation>小钟塔</translation>
    </message>
    <message>
        <source>bib</source>
        <comment>443</comment>
        <translation>围嘴</translation>
    </message>
    <message>
        <source>bicycle-built-for-two</source>
        <comment>444</comment>
        <translation>双人自行车</translation>
    </message>
    <message>
        <source>binder</source>
        <comment>446</comment>
        <translation>活页夹</translation>
    </message>
    <message>
        <source>boathouse</source>
        <comment>449</comment>
        <translation>船库</translation>
    </message>
    <message>
        <source>bobsled</source>
        <comment>450</comment>
        <translation>有舵雪橇</translation>
    </message>
    <message>
        <source>bolo tie</source>
        <comment>451</comment>
        <translation>波洛领带</translation>
    </message>
    <message>
        <source>bonnet</source>
        <comment>452</comment>
        <translation>系带女帽</translation>
    </message>
    <message>
        <source>bookcase</source>
        <comment>453</comment>
        <translation>书架</translation>
    </message>
    <message>
        <source>bookshop</source>
        <comment>454</comment>
        <translation>书店</translation>
    </message>
    <message>
        <source>bottlecap</source>
        <comment>455</comment>
        <translation>瓶盖</translation>
    </message>
    <message>
        <source>bow</source>
        <comment>456</comment>
        <translation>弓</translation>
    </message>
    <message>
        <source>brassiere</source>
        <comment>459</comment>
        <translation>胸罩</translation>
    </message>
    <message>
        <source>breakwater</source>
        <comment>460</comment>
        <translation>防波堤</translation>
    </message>
    <message>
        <source>breastplate</source>
        <comment>461</comment>
        <translation>胸甲</translation>
    </message>
    <message>
        <source>buckle</source>
        <comment>464</comment>
        <translation>带扣</translation>
    </message>
    <message>
        <source>bulletproof vest</source>
        <comment>465</comment>
        <translation>防弹衣</translation>
    </message>
    <message>
        <source>cab</source>
        <comment>468</comment>
        <translation>出租车</translation>
    </message>
    <message>
        <source>caldron</source>
        <comment>469</comment>
        <translation>大锅</translation>
    </message>
    <message>
        <source>canoe</source>
        <comment>472</comment>
        <translation>独木舟</translation>
    </message>
    <message>
        <source>can opener</source>
        <comment>473</comment>
        <translation>开罐器</translation>
    </message>
    <message>
        <source>car mirror</source>
        <comment>475</comment>
        <translation>汽车后视镜</translation>
    </message>
    <message>
        <source>carousel</source>
        <comment>476</comment>
        <translation>旋转木马</translation>
    </message>
    <message>
        <source>carpenter&apos;s kit</source>
        <comment>477</comment>
        <translation>木工工具箱</translation>
    </message>
    <message>
        <source>carton</source>
        <comment>478</comment>
        <translation>纸箱</translation>
    </message>
    <message>
        <source>car wheel</source>
        <comment>479</comment>
        <translation>汽车车轮</translation>
    </message>
    <message>
        <source>cassette</source>
        <comment>481</comment>
        <translation>盒式磁带</translation>
    </message>
    <message>
        <source>cassette player</source>
        <comment>482</comment>
        <translation>磁带播放机</translation>
    </message>
    <message>
        <source>castle</source>
        <comment>483</comment>
        <translation>城堡</translation>
    </message>
    <message>
        <source>catamaran</source>
        <comment>484</comment>
        <translation>双体船</translation>
    </message>
    <message>
        <source>cello</source>
        <comment>486</comment>
        <translation>大提琴</translation>
    </message>
    <message>
        <source>cellular telephone</source>
        <comment>487</comment>
        <translation>手机</translation>
    </message>
    <message>
        <source>chainlink fence</source>
        <comment>489</comment>
        <translation>铁丝网围栏</translation>
    </message>
    <message>
        <source>chain mail</source>
        <comment>490</comment>
        <translation>锁子甲</translation>
    </message>
    <message>
        <source>chain saw</source>
        <comment>491</comment>
        <translation>链锯</translation>
    </message>
    <message>
        <source>chiffonier</source>
        <comment>493</comment>
        <translation>五斗柜</translation>
    </message>
    <message>
        <source>chime</source>
        <comment>494</comment>
        <translation>排钟</translation>
    </message>
    <message>
        <source>china cabinet</source>
        <comment>495</comment>
        <translation>瓷器柜</translation>
    </message>
    <message>
        <source>church</source>
        <comment>497</comment>
        <translation>教堂</translation>
    </message>
    <message>
        <source>cinema</source>
        <comment>498</comment>
        <translation>电影院</translation>
    </message>
    <message>
        <source>cleaver</source>
        <comment>499</comment>
        <translation>切肉刀</translation>
    </message>
    <message>
        <source>cloak</source>
        <comment>501</comment>
        <translation>披风</translation>
    </message>
    <message>
        <source>clog</source>
        <comment>502</comment>
        <translation>木屐</translation>
    </message>
    <message>
        <source>cocktail shaker</source>
        <comment>503</comment>
        <translation>调酒壶</translation>
    </message>
    <message>
        <source>coffee mug</source>
        <comment>504</comment>
        <translation>马克杯</translation>
    </message>
    <message>
        <source>coffeepot</source>
        <comment>505</comment>
        <translation>咖啡壶</translation>
    </message>
    <message>
        <source>coil</source>
        <comment>506</comment>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>combination lock</source>
        <comment>507</comment>
        <translation>密码锁</translation>
    </message>
    <message>
        <source>container ship</source>
        <comment>510</comment>
        <translation>集装箱船</translation>
    </message>
    <message>
        <source>corkscrew</source>
        <comment>512</comment>
        <translation>红酒开瓶器</translation>
    </message>
    <message>
        <source>cornet</source>
        <comment>513</comment>
        <translation>短号</translation>
    </message>
    <message>
        <source>cowboy boot</source>
        <comment>514</comment>
        <translation>牛仔靴</translation>
    </message>
    <message>
        <source>cowboy hat</source>
        <comment>515</comment>
        <translation>牛仔帽</translation>
    </message>
    <message>
        <source>cradle</source>
        <comment>516</comment>
        <translation>摇篮</translation>
    </message>
    <message>
        <source>crash helmet</source>
        <comment>518</comment>
        <translation>安全头盔</translation>
    </message>
    <message>
        <source>crate</source>
        <comment>519</comment>
        <translation>板条箱</translation>
    </message>
    <message>
        <source>crib</source>
        <comment>520</comment>
        <translation>婴儿床</translation>
    </message>
    <message>
        <source>Crock Pot</source>
        <comment>521</comment>
        <translation>慢炖锅</translation>
    </message>
    <message>
        <source>croquet ball</source>
        <comment>522</comment>
        <translation>槌球</translation>
    </message>
    <message>
        <source>crutch</source>
        <comment>523</comment>
        <translation>拐杖</translation>
    </message>
    <message>
        <source>cuirass</source>
        <comment>524</comment>
        <translation>胸背铠甲</translation>
    </message>
    <message>
        <source>desktop computer</source>
        <comment>527</comment>
        <translation>台式电脑</translation>
    </message>
    <message>
        <source>dial telephone</source>
        <comment>528</comment>
        <translation>拨盘电话</translation>
    </message>
    <message>
        <source>diaper</source>
        <comment>529</comment>
        <translation>尿布</translation>
    </message>
    <message>
        <source>digital clock</source>
        <comment>530</comment>
        <translation>数字时钟</translation>
    </message>
    <message>
        <source>digital watch</source>
        <comment>531</comment>
        <translation>电子表</translation>
    </message>
    <message>
        <source>dishrag</source>
        <comment>533</comment>
        <translation>洗碗布</translation>
    </message>
    <message>
        <source>dishwasher</source>
        <comment>534</comment>
        <translation>洗碗机</translation>
    </message>
    <message>
        <source>disk brake</source>
        <comment>535</comment>
        <translation>盘式制动器</translation>
    </message>
    <message>
        <source>dock</source>
        <comment>536</comment>
        <translation>码头</translation>
    </message>
    <message>
        <source>dogsled</source>
        <comment>537</comment>
        <translation>狗拉雪橇</translation>
    </message>
    <message>
        <source>dome</source>
        <comment>538</comment>
        <translation>穹顶</translation>
    </message>
    <message>
        <source>doormat</source>
        <comment>539</comment>
        <translation>门垫</translation>
    </message>
    <message>
        <source>drilling platform</source>
        <comment>540</comment>
        <translation>海上钻井平台</translation>
    </message>
    <message>
        <source>drum</source>
        <comment>541</comment>
        <translation>鼓</translation>
    </message>
    <message>
        <source>Dutch oven</source>
        <comment>544</comment>
        <translation>铸铁炖锅</translation>
    </message>
    <message>
        <source>electric fan</source>
        <comment>545</comment>
        <translation>电风扇</translation>
    </message>
    <message>
        <source>electric guitar</source>
        <comment>546</comment>
        <translation>电吉他</translation>
    </message>
    <message>
        <source>electric locomotive</source>
        <comment>547</comment>
        <translation>电力机车</translation>
    </message>
    <message>
        <source>entertainment center</source>
        <comment>548</comment>
        <translation>影音柜</translation>
    </message>
    <message>
        <source>envelope</source>
        <comment>549</comment>
        <translation>信封</translation>
    </message>
    <message>
        <source>espresso maker</source>
        <comment>550</comment>
        <translation>浓缩咖啡机</translation>
    </message>
    <message>
        <source>face powder</source>
        <comment>551</comment>
        <translation>香粉</translation>
    </message>
    <message>
        <source>feather boa</source>
        <comment>552</comment>
        <translation>羽毛围巾</translation>
    </message>
    <message>
        <source>file</source>
        <comment>553</comment>
        <translation>文件柜</translation>
    </message>
    <message>
        <source>fireboat</source>
        <comment>554</comment>
        <translation>消防船</translation>
    </message>
    <message>
        <source>fire engine</source>
        <comment>555</comment>
        <translation>消防车</translation>
    </message>
    <message>
        <source>fire screen</source>
        <comment>556</comment>
        <translation>壁炉挡火屏</translation>
    </message>
    <message>
        <source>flute</source>
        <comment>558</comment>
        <translation>长笛</translation>
    </message>
    <message>
        <source>folding chair</source>
        <comment>559</comment>
        <translation>折叠椅</translation>
    </message>
    <message>
        <source>football helmet</source>
        <comment>560</comment>
        <translation>橄榄球头盔</translation>
    </message>
    <message>
        <source>forklift</source>
        <comment>561</comment>
        <translation>叉车</translation>
    </message>
    <message>
        <source>fountain pen</source>
        <comment>563</comment>
        <translation>钢笔</translation>
    </message>
    <message>
        <source>four-poster</source>
        <comment>564</comment>
        <translation>四柱床</translation>
    </message>
    <message>
        <source>French horn</source>
        <comment>566</comment>
        <translation>圆号</translation>
    </message>
    <message>
        <source>garbage truck</source>
        <comment>569</comment>
        <translation>垃圾车</translation>
    </message>
    <message>
        <source>gas pump</source>
        <comment>571</comment>
        <translation>加油机</translation>
    </message>
    <message>
        <source>goblet</source>
        <comment>572</comment>
        <translation>高脚杯</translation>
    </message>
    <message>
        <source>golf ball</source>
        <comment>574</comment>
        <translation>高尔夫球</translation>
    </message>
    <message>
        <source>golfcart</source>
        <comment>575</comment>
        <translation>高尔夫球车</translation>
    </message>
    <message>
        <source>gong</source>
        <comment>577</comment>
        <translation>锣</translation>
    </message>
    <message>
        <source>gown</source>
        <comment>578</comment>
        <translation>礼服长裙</translation>
    </message>
    <message>
        <source>grand piano</source>
        <comment>579</comment>
        <translation>三角钢琴</translation>
    </message>
    <message>
        <source>greenhouse</source>
        <comment>580</comment>
        <translation>温室</translation>
    </message>
    <message>
        <source>grille</source>
        <comment>581</comment>
        <translation>进气格栅</translation>
    </message>
    <message>
        <source>grocery store</source>
        <comment>582</comment>
        <translation>杂货店</translation>
    </message>
    <message>
        <source>guillotine</source>
        <comment>583</comment>
        <translation>断头台</translation>
    </message>
    <message>
        <source>hair slide</source>
        <comment>584</comment>
        <translation>发夹</translation>
    </message>
    <message>
        <source>hair spray</source>
        <comment>585</comment>
        <translation>发胶</translation>
    </message>
    <message>
        <source>half track</source>
        <comment>586</comment>
        <translation>半履带车</translation>
    </message>
    <message>
        <source>hammer</source>
        <comment>587</comment>
        <translation>锤子</translation>
    </message>
    <message>
        <source>hamper</source>
        <comment>588</comment>
        <translation>带盖提篮</translation>
    </message>
    <message>
        <source>hand blower</source>
        <comment>589</comment>
        <translation>吹风机</translation>
    </message>
    <message>
        <source>hand-held computer</source>
        <comment>590</comment>
        <translation>掌上电脑</translation>
    </message>
    <message>
        <source>handkerchief</source>
        <comment>591</comment>
        <translation>手帕</translation>
    </message>
    <message>
        <source>hard disc</source>
        <comment>592</comment>
        <translation>硬盘</translation>
    </message>
    <message>
        <source>harmonica</source>
        <comment>593</comment>
        <translation>口琴</translation>
    </message>
    <message>
        <source>harp</source>
        <comment>594</comment>
        <translation>竖琴</translation>
    </message>
    <message>
        <source>harvester</source>
        <comment>595</comment>
        <translation>收割机</translation>
    </message>
    <message>
        <source>hatchet</source>
        <comment>596</comment>
        <translation>短柄斧</translation>
    </message>
    <message>
        <source>holster</source>
        <comment>597</comment>
        <translation>手枪套</translation>
    </message>
    <message>
        <source>home theater</source>
        <comment>598</comment>
        <translation>家庭影院</translation>
    </message>
    <message>
        <source>honeycomb</source>
        <comment>599</comment>
        <translation>蜂巢</translation>
    </message>
    <message>
        <source>hook</source>
        <comment>600</comment>
        <translation>钩子</translation>
    </message>
    <message>
        <source>hoopskirt</source>
        <comment>601</comment>
        <translation>裙撑</translation>
    </message>
    <message>
        <source>horizontal bar</source>
        <comment>602</comment>
        <translation>单杠</translation>
    </message>
    <message>
        <source>horse cart</source>
        <comment>603</comment>
        <translation>马车</translation>
    </message>
    <message>
        <source>iron</source>
        <comment>606</comment>
        <translation>熨斗</translation>
    </message>
    <message>
        <source>jack-o&apos;-lantern</source>
        <comment>607</comment>
        <translation>南瓜灯</translation>
    </message>
    <message>
        <source>jean</source>
        <comment>608</comment>
        <translation>牛仔裤</translation>
    </message>
    <message>
        <source>jeep</source>
        <comment>609</comment>
        <translation>吉普车</translation>
    </message>
    <message>
        <source>jersey</source>
        <comment>610</comment>
        <translation>T 恤衫</translation>
    </message>
    <message>
        <source>jigsaw puzzle</source>
        <comment>611</comment>
        <translation>拼图</translation>
    </message>
    <message>
        <source>joystick</source>
        <comment>613</comment>
        <translation>操纵杆</translation>
    </message>
    <message>
        <source>knee pad</source>
        <comment>615</comment>
        <translation>护膝</translation>
    </message>
    <message>
        <source>knot</source>
        <comment>616</comment>
        <translation>绳结</translation>
    </message>
    <message>
        <source>lab coat</source>
        <comment>617</comment>
        <translation>白大褂</translation>
    </message>
    <message>
        <source>ladle</source>
        <comment>618</comment>
        <translation>长柄勺</translation>
    </message>
    <message>
        <source>laptop</source>
        <comment>620</comment>
        <translation>膝上型电脑</translation>
    </message>
    <message>
        <source>lens cap</source>
        <comment>622</comment>
        <translation>镜头盖</translation>
    </message>
    <message>
        <source>letter opener</source>
        <comment>623</comment>
        <translation>拆信刀</translation>
    </message>
    <message>
        <source>library</source>
        <comment>624</comment>
        <translation>图书馆</translation>
    </message>
    <message>
        <source>lighter</source>
        <comment>626</comment>
        <translation>打火机</translation>
    </message>
    <message>
        <source>liner</source>
        <comment>628</comment>
        <translation>远洋客轮</translation>
    </message>
    <message>
        <source>lipstick</source>
        <comment>629</comment>
        <translation>口红</translation>
    </message>
    <message>
        <source>Loafer</source>
        <comment>630</comment>
        <translation>乐福鞋</translation>
    </message>
    <message>
        <source>lotion</source>
        <comment>631</comment>
        <translation>乳液</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <comment>632</comment>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>loupe</source>
        <comment>633</comment>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>lumbermill</source>
        <comment>634</comment>
        <translation>锯木厂</translation>
    </message>
    <message>
        <source>mailbag</source>
        <comment>636</comment>
        <translation>邮袋</translation>
    </message>
    <message>
        <source>mailbox</source>
        <comment>637</comment>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>maillot</source>
        <comment>638</comment>
        <translation>紧身连衣裤</translation>
    </message>
    <message>
        <source>maillot</source>
        <comment>639</comment>
        <translation>连体泳衣</translation>
    </message>
    <message>
        <source>manhole cover</source>
        <comment>640</comment>
        <translation>井盖</translation>
    </message>
    <message>
        <source>maraca</source>
        <comment>641</comment>
        <translation>沙槌</translation>
    </message>
    <message>
        <source>marimba</source>
        <comment>642</comment>
        <translation>马林巴琴</translation>
    </message>
    <message>
        <source>mask</source>
        <comment>643</comment>
        <translation>面具</translation>
    </message>
    <message>
        <source>matchstick</source>
        <comment>644</comment>
        <translation>火柴</translation>
    </message>
    <message>
        <source>maze</source>
        <comment>646</comment>
        <translation>迷宫</translation>
    </message>
    <message>
        <source>measuring cup</source>
        <comment>647</comment>
        <translation>量杯</translation>
    </message>
    <message>
        <source>medicine chest</source>
        <comment>648</comment>
        <translation>药柜</translation>
    </message>
    <message>
        <source>megalith</source>
        <comment>649</comment>
        <translation>巨石建筑</translation>
    </message>
    <message>
        <source>microphone</source>
        <comment>650</comment>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>microwave</source>
        <comment>651</comment>
        <translation>微波炉</translation>
    </message>
    <message>
        <source>milk can</source>
        <comment>653</comment>
        <translation>牛奶罐</translation>
    </message>
    <message>
        <source>minibus</source>
        <comment>654</comment>
        <translation>小型巴士</translation>
    </message>
    <message>
        <source>minivan</source>
        <comment>656</comment>
        <translation>厢式旅行车</translation>
    </message>
    <message>
        <source>missile</source>
        <comment>657</comment>
        <translation>导弹</translation>
    </message>
    <message>
        <source>mitten</source>
        <comment>658</comment>
        <translation>连指手套</translation>
    </message>
    <message>
        <source>mixing bowl</source>
        <comment>659</comment>
        <translation>搅拌碗</translation>
    </message>
    <message>
        <source>mobile home</source>
        <comment>660</comment>
        <translation>活动房屋</translation>
    </message>
    <message>
        <source>Model T</source>
        <comment>661</comment>
        <translation>福特 T 型车</translation>
    </message>
    <message>
        <source>modem</source>
        <comment>662</comment>
        <translation>调制解调器</translation>
    </message>
    <message>
        <source>monastery</source>
        <comment>663</comment>
        <translation>修道院</translation>
    </message>
    <message>
        <source>monitor</source>
        <comment>664</comment>
        <translation>显示器</translation>
    </message>
    <message>
        <source>moped</source>
        <comment>665</comment>
        <translation>轻便摩托车</translation>
    </message>
    <message>
        <source>mortar</source>
        <comment>666</comment>
        <translation>研钵</translation>
    </message>
    <message>
        <source>mortarboard</source>
        <comment>667</comment>
        <translation>学位帽</translation>
    </message>
    <message>
        <source>mosque</source>
        <comment>668</comment>
        <translation>清真寺</translation>
    </message>
    <message>
        <source>mosquito net</source>
        <comment>669</comment>
        <translation>蚊帐</translation>
    </message>
    <message>
        <source>motor scooter</source>
        <comment>670</comment>
        <translation>踏板摩托车</translation>
    </message>
    <message>
        <source>mountain bike</source>
        <comment>671</comment>
        <translation>山地自行车</translation>
    </message>
    <message>
        <source>mountain tent</source>
        <comment>672</comment>
        <translation>登山帐篷</translation>
    </message>
    <message>
        <source>mouse</source>
        <comment>673</comment>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>mousetrap</source>
        <comment>674</comment>
        <translation>捕鼠器</translation>
    </message>
    <message>
        <source>muzzle</source>
        <comment>676</comment>
        <translation>嘴套</translation>
    </message>
    <message>
        <source>necklace</source>
        <comment>679</comment>
        <translation>项链</translation>
    </message>
    <message>
        <source>nipple</source>
        <comment>680</comment>
        <translation>奶嘴</translation>
    </message>
    <message>
        <source>notebook</source>
        <comment>681</comment>
        <translation>笔记本电脑</translation>
    </message>
    <message>
        <source>ocarina</source>
        <comment>684</comment>
        <translation>陶笛</translation>
    </message>
    <message>
        <source>odometer</source>
        <comment>685</comment>
        <translation>里程表</translation>
    </message>
    <message>
        <source>oil filter</source>
        <comment>686</comment>
        <translation>机油滤清器</translation>
    </message>
    <message>
        <source>oscilloscope</source>
        <comment>688</comment>
        <translation>示波器</translation>
    </message>
    <message>
        <source>overskirt</source>
        <comment>689</comment>
        <translation>罩裙</translation>
    </message>
    <message>
        <source>oxcart</source>
        <comment>690</comment>
        <translation>牛车</translation>
    </message>
    <message>
        <source>oxygen mask</source>
        <comment>691</comment>
        <translation>氧气面罩</translation>
    </message>
    <message>
        <source>packet</source>
        <comment>692</comment>
        <translation>小包装袋</translation>
    </message>
    <message>
        <source>paddle</source>
        <comment>693</comment>
        <translation>船桨</translation>
    </message>
    <message>
        <source>paddlewheel</source>
        <comment>694</comment>
        <translation>明轮</translation>
    </message>
    <message>
        <source>padlock</source>
        <comment>695</comment>
        <translation>挂锁</translation>
    </message>
    <message>
        <source>paintbrush</source>
        <comment>696</comment>
        <translation>画笔</translation>
    </message>
    <message>
        <source>pajama</source>
        <comment>697</comment>
        <translation>睡衣</translation>
    </message>
    <message>
        <source>palace</source>
        <comment>698</comment>
        <translation>宫殿</translation>
    </message>
    <message>
        <source>panpipe</source>
        <comment>699</comment>
        <translation>排箫</translation>
    </message>
    <message>
        <source>paper towel</source>
        <comment>700</comment>
        <translation>厨房纸巾</translation>
    </message>
    <message>
        <source>parachute</source>
        <comment>701</comment>
        <translation>降落伞</translation>
    </message>
    <message>
        <source>parallel bars</source>
        <comment>702</comment>
        <translation>双杠</translation>
    </message>
    <message>
        <source>park bench</source>
        <comment>703</comment>
        <translation>公园长椅</translation>
    </message>
    <message>
        <source>passenger car</source>
        <comment>705</comment>
        <translation>客车车厢</translation>
    </message>
    <message>
        <source>patio</source>
        <comment>706</comment>
        <translation>露台</translation>
    </message>
    <message>
        <source>pedestal</source>
        <comment>708</comment>
        <translation>基座</translation>
    </message>
    <message>
        <source>pencil box</source>
        <comment>709</comment>
        <translation>铅笔盒</translation>
    </message>
    <message>
        <source>pencil sharpener</source>
        <comment>710</comment>
        <translation>卷笔刀</translation>
    </message>
    <message>
        <source>perfume</source>
        <comment>711</comment>
        <translation>香水</translation>
    </message>
    <message>
        <source>Petri dish</source>
        <comment>712</comment>
        <translation>培养皿</translation>
    </message>
    <message>
        <source>photocopier</source>
        <comment>713</comment>
        <translation>复印机</translation>
    </message>
    <message>
        <source>pick</source>
        <comment>714</comment>
        <translation>拨片</translation>
    </message>
    <message>
        <source>pickelhaube</source>
        <comment>715</comment>
        <translation>普鲁士尖顶盔</translation>
    </message>
    <message>
        <source>pickup</source>
        <comment>717</comment>
        <translation>皮卡</translation>
    </message>
    <message>
        <source>pier</source>
        <comment>718</comment>
        <translation>栈桥</translation>
    </message>
    <message>
        <source>piggy bank</source>
        <comment>719</comment>
        <translation>存钱罐</translation>
    </message>
    <message>
        <source>pillow</source>
        <comment>721</comment>
        <translation>枕头</translation>
    </message>
    <message>
        <source>ping-pong ball</source>
        <comment>722</comment>
        <translation>乒乓球</translation>
    </message>
    <message>
        <source>pinwheel</source>
        <comment>723</comment>
        <translation>纸风车</translation>
    </message>
    <message>
        <source>pirate</source>
        <comment>724</comment>
        <translation>海盗船</translation>
    </message>
    <message>
        <source>pitcher</source>
        <comment>725</comment>
        <translation>大口水壶</translation>
    </message>
    <message>
        <source>plane</source>
        <comment>726</comment>
        <translation>刨子</translation>
    </message>
    <message>
        <source>planetarium</source>
        <comment>727</comment>
        <translation>天文馆</translation>
    </message>
    <message>
        <source>plastic bag</source>
        <comment>728</comment>
        <translation>塑料袋</translation>
    </message>
    <message>
        <source>plate rack</source>
        <comment>729</comment>
        <translation>碗碟架</translation>
    </message>
    <message>
        <source>plow</source>
        <comment>730</comment>
        <translation>犁</translation>
    </message>
    <message>
        <source>Polaroid camera</source>
        <comment>732</comment>
        <translation>拍立得相机</translation>
    </message>
    <message>
        <source>pool table</source>
        <comment>736</comment>
        <translation>台球桌</translation>
    </message>
    <message>
        <source>pot</source>
        <comment>738</comment>
        <translation>花盆</translation>
    </message>
    <message>
        <source>power drill</source>
        <comment>740</comment>
        <translation>电钻</translation>
    </message>
    <message>
        <source>prayer rug</source>
        <comment>741</comment>
        <translation>礼拜毯</translation>
    </message>
    <message>
        <source>printer</source>
        <comment>742</comment>
        <translation>打印机</translation>
    </message>
    <message>
        <source>prison</source>
        <comment>743</comment>
        <translation>监狱</translation>
    </message>
    <message>
        <source>projector</source>
        <comment>745</comment>
        <translation>投影仪</translation>
    </message>
    <message>
        <source>puck</source>
        <comment>746</comment>
        <translation>冰球</translation>
    </message>
    <message>
        <source>purse</source>
        <comment>748</comment>
        <translation>手提包</translation>
    </message>
    <message>
        <source>quill</source>
        <comment>749</comment>
        <translation>羽毛笔</translation>
    </message>
    <message>
        <source>quilt</source>
        <comment>750</comment>
        <translation>被子</translation>
    </message>
    <message>
        <source>racer</source>
        <comment>751</comment>
        <translation>赛车</translation>
    </message>
    <message>
        <source>racket</source>
        <comment>752</comment>
        <translation>球拍</translation>
    </message>
    <message>
        <source>radiator</source>
        <comment>753</comment>
        <translation>暖气片</translation>
    </message>
    <message>
        <source>radio</source>
        <comment>754</comment>
        <translation>收音机</translation>
    </message>
    <message>
        <source>radio telescope</source>
        <comment>755</comment>
        <translation>射电望远镜</translation>
    </message>
    <message>
        <source>rain barrel</source>
        <comment>756</comment>
        <translation>雨水桶</translation>
    </message>
    <message>
        <source>recreational vehicle</source>
        <comment>757</comment>
        <translation>房车</translation>
    </message>
    <message>
        <source>reflex camera</source>
        <comment>759</comment>
        <translation>单反相机</translation>
    </message>
    <message>
        <source>restaurant</source>
        <comment>762</comment>
        <translation>餐馆</translation>
    </message>
    <message>
        <source>revolver</source>
        <comment>763</comment>
        <translation>左轮手枪</translation>
    </message>
    <message>
        <source>rifle</source>
        <comment>764</comment>
        <translation>步枪</translation>
    </message>
    <message>
        <source>rotisserie</source>
        <comment>766</comment>
        <translation>旋转烤肉架</translation>
    </message>
    <message>
        <source>rubber eraser</source>
        <comment>767</comment>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>rule</source>
        <comment>769</comment>
        <translation>直尺</translation>
    </message>
    <message>
        <source>running shoe</source>
        <comment>770</comment>
        <translation>跑鞋</translation>
    </message>
    <message>
        <source>safe</source>
        <comment>771</comment>
        <translation>保险箱</translation>
    </message>
    <message>
        <source>safety pin</source>
        <comment>772</comment>
        <translation>安全别针</translation>
    </message>
    <message>
        <source>saltshaker</source>
        <comment>773</comment>
        <translation>盐瓶</translation>
    </message>
    <message>
        <source>sarong</source>
        <comment>775</comment>
        <translation>纱笼</translation>
    </message>
    <message>
        <source>sax</source>
        <comment>776</comment>
        <translation>萨克斯管</translation>
    </message>
    <message>
        <source>scabbard</source>
        <comment>777</comment>
        <translation>剑鞘</translation>
    </message>
    <message>
        <source>scale</source>
        <comment>778</comment>
        <translation>秤</translation>
    </message>
    <message>
        <source>schooner</source>
        <comment>780</comment>
        <translation>纵帆船</translation>
    </message>
    <message>
        <source>screen</source>
        <comment>782</comment>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>screw</source>
        <comment>783</comment>
        <translation>螺丝钉</translation>
    </message>
    <message>
        <source>screwdriver</source>
        <comment>784</comment>
        <translation>螺丝刀</translation>
    </message>
    <message>
        <source>seat belt</source>
        <comment>785</comment>
        <translation>安全带</translation>
    </message>
    <message>
        <source>shield</source>
        <comment>787</comment>
        <translation>盾牌</translation>
    </message>
    <message>
        <source>shoe shop</source>
        <comment>788</comment>
        <translation>鞋店</translation>
    </message>
    <message>
        <source>shoji</source>
        <comment>789</comment>
        <translation>日式纸拉门</translation>
    </message>
    <message>
        <source>shopping basket</source>
        <comment>790</comment>
        <translation>购物篮</translation>
    </message>
    <message>
        <source>shopping cart</source>
        <comment>791</comment>
        <translation>购物车</translation>
    </message>
    <message>
        <source>shovel</source>
        <comment>792</comment>
        <translation>铁锹</translation>
    </message>
    <message>
        <source>shower cap</source>
        <comment>793</comment>
        <translation>浴帽</translation>
    </message>
    <message>
        <source>shower curtain</source>
        <comment>794</comment>
        <translation>浴帘</translation>
    </message>
    <message>
        <source>ski</source>
        <comment>795</comment>
        <translation>滑雪板</translation>
    </message>
    <message>
        <source>ski mask</source>
        <comment>796</comment>
        <translation>滑雪面罩</translation>
    </message>
    <message>
        <source>sleeping bag</source>
        <comment>797</comment>
        <translation>睡袋</translation>
    </message>
    <message>
        <source>slide rule</source>
        <comment>798</comment>
        <translation>计算尺</translation>
    </message>
    <message>
        <source>sliding door</source>
        <comment>799</comment>
        <translation>推拉门</translation>
    </message>
    <message>
        <source>slot</source>
        <comment>800</comment>
        <translation>老虎机</translation>
    </message>
    <message>
        <source>snowmobile</source>
        <comment>802</comment>
        <translation>雪地摩托</translation>
    </message>
    <message>
        <source>snowplow</source>
        <comment>803</comment>
        <translation>扫雪车</translation>
    </message>
    <message>
        <source>soap dispenser</source>
        <comment>804</comment>
        <translation>皂液器</translation>
    </message>
    <message>
        <source>soccer ball</source>
        <comment>805</comment>
        <translation>足球</translation>
    </message>
    <message>
        <source>solar dish</source>
        <comment>807</comment>
        <translation>碟式太阳能集热器</translation>
    </message>
    <message>
        <source>soup bowl</source>
        <comment>809</comment>
        <translation>汤碗</translation>
    </message>
    <message>
        <source>space bar</source>
        <comment>810</comment>
        <translation>空格键</translation>
    </message>
    <message>
        <source>space shuttle</source>
        <comment>812</comment>
        <translation>航天飞机</translation>
    </message>
    <message>
        <source>spatula</source>
        <comment>813</comment>
        <translation>锅铲</translation>
    </message>
    <message>
        <source>speedboat</source>
        <comment>814</comment>
        <translation>快艇</translation>
    </message>
    <message>
        <source>spindle</source>
        <comment>816</comment>
        <translation>纺锤</translation>
    </message>
    <message>
        <source>spotlight</source>
        <comment>818</comment>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>stage</source>
        <comment>819</comment>
        <translation>舞台</translation>
    </message>
    <message>
        <source>steam locomotive</source>
        <comment>820</comment>
        <translation>蒸汽机车</translation>
    </message>
    <message>
        <source>steel drum</source>
        <comment>822</comment>
        <translation>钢鼓</translation>
    </message>
    <message>
        <source>stethoscope</source>
        <comment>823</comment>
        <translation>听诊器</translation>
    </message>
    <message>
        <source>stole</source>
        <comment>824</comment>
        <translation>女用披肩</translation>
    </message>
    <message>
        <source>stone wall</source>
        <comment>825</comment>
        <translation>石墙</translation>
    </message>
    <message>
        <source>stove</source>
        <comment>827</comment>
        <translation>炉灶</translation>
    </message>
    <message>
        <source>strainer</source>
        <comment>828</comment>
        <translation>滤网</translation>
    </message>
    <message>
        <source>streetcar</source>
        <comment>829</comment>
        <translation>有轨电车</translation>
    </message>
    <message>
        <source>stretcher</source>
        <comment>830</comment>
        <translation>担架</translation>
    </message>
    <message>
        <source>studio couch</source>
        <comment>831</comment>
        <translation>沙发床</translation>
    </message>
    <message>
        <source>stupa</source>
        <comment>832</comment>
        <translation>佛塔</translation>
    </message>
    <message>
        <source>submarine</source>
        <comment>833</comment>
        <translation>潜艇</translation>
    </message>
    <message>
        <source>suit</source>
        <comment>834</comment>
        <translation>西装</translation>
    </message>
    <message>
        <source>sundial</source>
        <comment>835</comment>
        <translation>日晷</translation>
    </message>
    <message>
        <source>sunglass</source>
        <comment>836</comment>
        <translation>墨镜</translation>
    </message>
    <message>
        <source>sunscreen</source>
        <comment>838</comment>
        <translation>防晒霜</translation>
    </message>
    <message>
        <source>swab</source>
        <comment>840</comment>
        <translation>拖把</translation>
    </message>
    <message>
        <source>sweatshirt</source>
        <comment>841</comment>
        <translation>卫衣</translation>
    </message>
    <message>
        <source>swing</source>
        <comment>843</comment>
        <translation>秋千</translation>
    </message>
    <message>
        <source>switch</source>
        <comment>844</comment>
        <translation>电源开关</translation>
    </message>
    <message>
        <source>table lamp</source>
        <comment>846</comment>
        <translation>台灯</translation>
    </message>
    <message>
        <source>tank</source>
        <comment>847</comment>
        <translation>坦克</translation>
    </message>
    <message>
        <source>tape player</source>
        <comment>848</comment>
        <translation>磁带录音机</translation>
    </message>
    <message>
        <source>television</source>
        <comment>851</comment>
        <translation>电视机</translation>
    </message>
    <message>
        <source>tennis ball</source>
        <comment>852</comment>
        <translation>网球</translation>
    </message>
    <message>
        <source>theater curtain</source>
        <comment>854</comment>
        <translation>剧院幕布</translation>
    </message>
    <message>
        <source>thimble</source>
        <comment>855</comment>
        <translation>顶针</translation>
    </message>
    <message>
        <source>thresher</source>
        <comment>856</comment>
        <translation>脱粒机</translation>
    </message>
    <message>
        <source>throne</source>
        <comment>857</comment>
        <translation>宝座</translation>
    </message>
    <message>
        <source>tile roof</source>
        <comment>858</comment>
        <translation>瓦片屋顶</translation>
    </message>
    <message>
        <source>toaster</source>
        <comment>859</comment>
        <translation>烤面包机</translation>
    </message>
    <message>
        <source>tobacco shop</source>
        <comment>860</comment>
        <translation>烟草店</translation>
    </message>
    <message>
        <source>toilet seat</source>
        <comment>861</comment>
        <translation>马桶座圈</translation>
    </message>
    <message>
        <source>totem pole</source>
        <comment>863</comment>
        <translation>图腾柱</translation>
    </message>
    <message>
        <source>tow truck</source>
        <comment>864</comment>
        <translation>清障车</translation>
    </message>
    <message>
        <source>toyshop</source>
        <comment>865</comment>
        <translation>玩具店</translation>
    </message>
    <message>
        <source>trailer truck</source>
        <comment>867</comment>
        <translation>半挂卡车</translation>
    </message>
    <message>
        <source>tray</source>
        <comment>868</comment>
        <translation>托盘</translation>
    </message>
    <message>
        <source>trench coat</source>
        <comment>869</comment>
        <translation>风衣</translation>
    </message>
    <message>
        <source>tricycle</source>
        <comment>870</comment>
        <translation>三轮车</translation>
    </message>
    <message>
        <source>trimaran</source>
        <comment>871</comment>
        <translation>三体船</translation>
    </message>
    <message>
        <source>tripod</source>
        <comment>872</comment>
        <translation>三脚架</translation>
    </message>
    <message>
        <source>trombone</source>
        <comment>875</comment>
        <translation>长号</translation>
    </message>
    <message>
        <source>tub</source>
        <comment>876</comment>
        <translation>大盆</translation>
    </message>
    <message>
        <source>typewriter keyboard</source>
        <comment>878</comment>
        <translation>打字机键盘</translation>
    </message>
    <message>
        <source>unicycle</source>
        <comment>880</comment>
        <translation>独轮脚踏车</translation>
    </message>
    <message>
        <source>upright</source>
        <comment>881</comment>
        <translation>立式钢琴</translation>
    </message>
    <message>
        <source>vacuum</source>
        <comment>882</comment>
        <translation>吸尘器</translation>
    </message>
    <message>
        <source>vase</source>
        <comment>883</comment>
        <translation>花瓶</translation>
    </message>
    <message>
        <source>vault</source>
        <comment>884</comment>
        <translation>拱顶</translation>
    </message>
    <message>
        <source>velvet</source>
        <comment>885</comment>
        <translation>天鹅绒</translation>
    </message>
    <message>
        <source>vending machine</source>
        <comment>886</comment>
        <translation>自动售货机</translation>
    </message>
    <message>
        <source>violin</source>
        <comment>889</comment>
        <translation>小提琴</translation>
    </message>
    <message>
        <source>waffle iron</source>
        <comment>891</comment>
        <translation>华夫饼机</translation>
    </message>
    <message>
        <source>wall clock</source>
        <comment>892</comment>
        <translation>挂钟</translation>
    </message>
    <message>
        <source>wallet</source>
        <comment>893</comment>
        <translation>钱包</translation>
    </message>
    <message>
        <source>wardrobe</source>
        <comment>894</comment>
        <translation>衣柜</translation>
    </message>
    <message>
        <source>warplane</source>
        <comment>895</comment>
        <translation>军用飞机</translation>
    </message>
    <message>
        <source>washbasin</source>
        <comment>896</comment>
        <translation>洗手池</translation>
    </message>
    <message>
        <source>washer</source>
        <comment>897</comment>
        <translation>洗衣机</translation>
    </message>
    <message>
        <source>water bottle</source>
        <comment>898</comment>
        <translation>水瓶</translation>
    </message>
    <message>
        <source>whiskey jug</source>
        <comment>901</comment>
        <translation>威士忌酒壶</translation>
    </message>
    <message>
        <source>whistle</source>
        <comment>902</comment>
        <translation>哨子</translation>
    </message>
    <message>
        <source>wig</source>
        <comment>903</comment>
        <translation>假发</translation>
    </message>
    <message>
        <source>window screen</source>
        <comment>904</comment>
        <translation>纱窗</translation>
    </message>
    <message>
        <source>window shade</source>
        <comment>905</comment>
        <translation>遮光帘</translation>
    </message>
    <message>
        <source>Windsor tie</source>
        <comment>906</comment>
        <translation>温莎领带</translation>
    </message>
    <message>
        <source>wine bottle</source>
        <comment>907</comment>
        <translation>葡萄酒瓶</translation>
    </message>
    <message>
        <source>wing</source>
        <comment>908</comment>
        <translation>机翼</translation>
    </message>
    <message>
        <source>wool</source>
        <comment>911</comment>
        <translation>羊毛织物</translation>
    </message>
    <message>
        <source>worm fence</source>
        <comment>912</comment>
        <translation>蛇形栅栏</translation>
    </message>
    <message>
        <source>wreck</source>
        <comment>913</comment>
        <translation>沉船</translation>
    </message>
    <message>
        <source>yawl</source>
        <comment>914</comment>
        <translation>双桅小帆船</translation>
    </message>
    <message>
        <source>yurt</source>
        <comment>915</comment>
        <translation>蒙古包</translation>
    </message>
    <message>
        <source>web site</source>
        <comment>916</comment>
        <translation>网站</translation>
    </message>
    <message>
        <source>crossword puzzle</source>
        <comment>918</comment>
        <translation>填字游戏</translation>
    </message>
    <message>
        <source>street sign</source>
        <comment>919</comment>
        <translation>路牌</translation>
    </message>
    <message>
        <source>traffic light</source>
        <comment>920</comment>
        <translation>红绿灯</translation>
    </message>
    <message>
        <source>book jacket</source>
        <comment>921</comment>
        <translation>书籍护封</translation>
    </message>
    <message>
        <source>menu</source>
        <comment>922</comment>
        <translation>菜单</translation>
    </message>
    <message>
        <source>consomme</source>
        <comment>925</comment>
        <translation>法式清汤</translation>
    </message>
    <message>
        <source>hot pot</source>
        <comment>926</comment>
        <translation>火锅</translation>
    </message>
    <message>
        <source>trifle</source>
        <comment>927</comment>
        <translation>英式乳脂松糕</translation>
    </message>
    <message>
        <source>French loaf</source>
        <comment>930</comment>
        <translation>法棍面包</translation>
    </message>
    <message>
        <source>bagel</source>
        <comment>931</comment>
        <translation>贝果</translation>
    </message>
    <message>
        <source>cheeseburger</source>
        <comment>933</comment>
        <translation>芝士汉堡</translation>
    </message>
    <message>
        <source>hotdog</source>
        <comment>934</comment>
        <translation>热狗</translation>
    </message>
    <message>
        <source>head cabbage</source>
        <comment>936</comment>
        <translation>圆白菜</translation>
    </message>
    <message>
        <source>broccoli</source>
        <comment>937</comment>
        <translation>西兰花</translation>
    </message>
    <message>
        <source>zucchini</source>
        <comment>939</comment>
        <translation>西葫芦</translation>
    </message>
    <message>
        <source>spaghetti squash</source>
        <comment>940</comment>
        <translation>金丝瓜</translation>
    </message>
    <message>
        <source>acorn squash</source>
        <comment>941</comment>
        <translation>橡果南瓜</translation>
    </message>
    <message>
        <source>butternut squash</source>
        <comment>942</comment>
        <translation>奶油南瓜</translation>
    </message>
    <message>
        <source>cucumber</source>
        <comment>943</comment>
        <translation>黄瓜</translation>
    </message>
    <message>
        <source>artichoke</source>
        <comment>944</comment>
        <translation>洋蓟</translation>
    </message>
    <message>
        <source>cardoon</source>
        <comment>946</comment>
        <translation>刺菜蓟</translation>
    </message>
    <message>
        <source>Granny Smith</source>
        <comment>948</comment>
        <translation>青苹果</translation>
    </message>
    <message>
        <source>strawberry</source>
        <comment>949</comment>
        <translation>草莓</translation>
    </message>
    <message>
        <source>fig</source>
        <comment>952</comment>
        <translation>无花果</translation>
    </message>
    <message>
        <source>pineapple</source>
        <comment>953</comment>
        <translation>菠萝</translation>
    </message>
    <message>
        <source>jackfruit</source>
        <comment>955</comment>
        <translation>菠萝蜜</translation>
    </message>
    <message>
        <source>custard apple</source>
        <comment>956</comment>
        <translation>番荔枝</translation>
    </message>
    <message>
        <source>hay</source>
        <comment>958</comment>
        <translation>干草</translation>
    </message>
    <message>
        <source>carbonara</source>
        <comment>959</comment>
        <translation>卡博纳拉意面</translation>
    </message>
    <message>
        <source>chocolate sauce</source>
        <comment>960</comment>
        <translation>巧克力酱</translation>
    </message>
    <message>
        <source>dough</source>
        <comment>961</comment>
        <translation>面团</translation>
    </message>
    <message>
        <source>burrito</source>
        <comment>965</comment>
        <translation>墨西哥卷饼</translation>
    </message>
    <message>
        <source>red wine</source>
        <comment>966</comment>
        <translation>红葡萄酒</translation>
    </message>
    <message>
        <source>cup</source>
        <comment>968</comment>
        <translation>杯子</translation>
    </message>
    <message>
        <source>eggnog</source>
        <comment>969</comment>
        <translation>蛋奶酒</translation>
    </message>
    <message>
        <source>bubble</source>
        <comment>971</comment>
        <translation>泡泡</translation>
    </message>
    <message>
        <source>geyser</source>
        <comment>974</comment>
        <translation>间歇泉</translation>
    </message>
    <message>
        <source>promontory</source>
        <comment>976</comment>
        <translation>海角</translation>
    </message>
    <message>
        <source>sandbar</source>
        <comment>977</comment>
        <translation>沙洲</translation>
    </message>
    <message>
        <source>valley</source>
        <comment>979</comment>
        <translation>山谷</translation>
    </message>
    <message>
        <source>volcano</source>
        <comment>980</comment>
        <translation>火山</translation>
    </message>
    <message>
        <source>ballplayer</source>
        <comment>981</comment>
        <translation>棒球运动员</translation>
    </message>
    <message>
        <source>groom</source>
        <comment>982</comment>
        <translation>新郎</translation>
    </message>
    <message>
        <source>scuba diver</source>
        <comment>983</comment>
        <translation>潜水员</translation>
    </message>
    <message>
        <source>rapeseed</source>
        <comment>984</comment>
        <translation>油菜</translation>
    </message>
    <message>
        <source>daisy</source>
        <comment>985</comment>
        <translation>雏菊</translation>
    </message>
    <message>
        <source>yellow lady&apos;s slipper</source>
        <comment>986</comment>
        <translation>黄杓兰</translation>
    </message>
    <message>
        <source>corn</source>
        <comment>987</comment>
        <translation>玉米</translation>
    </message>
    <message>
        <source>hip</source>
        <comment>989</comment>
        <translation>蔷薇果</translation>
    </message>
    <message>
        <source>buckeye</source>
        <comment>990</comment>
        <translation>七叶树果</translation>
    </message>
    <message>
        <source>coral fungus</source>
        <comment>991</comment>
        <translation>珊瑚菌</translation>
    </message>
    <message>
        <source>agaric</source>
        <comment>992</comment>
        <translation>伞菌</translation>
    </message>
    <message>
        <source>gyromitra</source>
        <comment>993</comment>
        <translation>鹿花菌</translation>
    </message>
    <message>
        <source>stinkhorn</source>
        <comment>994</comment>
        <translation>鬼笔</translation>
    </message>
    <message>
        <source>earthstar</source>
        <comment>995</comment>
        <translation>地星</translation>
    </message>
    <message>
        <source>hen-of-the-woods</source>
        <comment>996</comment>
        <translation>灰树花</translation>
    </message>
    <message>
        <source>bolete</source>
        <comment>997</comment>
        <translation>牛肝菌</translation>
    </message>
    <message>
        <source>ear</source>
        <comment>998</comment>
        <translation>果穗</translation>
    </message>
    <message>
        <source>toilet tissue</source>
        <comment>999</comment>
        <translation>卫生纸</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>What if</source>
        <translation>如果……会怎样</translation>
    </message>
    <message>
        <source>hide patches</source>
        <translation>遮挡图块</translation>
    </message>
    <message>
        <source>this head off or on</source>
        <translation>关闭或打开此注意力头</translation>
    </message>
    <message>
        <source>this block off or on</source>
        <translation>关闭或打开此模块</translation>
    </message>
    <message>
        <source>reset all changes</source>
        <translation>撤销所有改动</translation>
    </message>
    <message>
        <source>show them again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>what the network saw</source>
        <translation>网络所见</translation>
    </message>
    <message>
        <source>compare two maps</source>
        <translation>比较两张热图</translation>
    </message>
    <message>
        <source>maps or numbers</source>
        <translation>热图或数值</translation>
    </message>
    <message>
        <source>Pictures and models</source>
        <translation>图片与模型</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>previous in folder</source>
        <translation>文件夹中上一张</translation>
    </message>
    <message>
        <source>next in folder</source>
        <translation>文件夹中下一张</translation>
    </message>
    <message>
        <source>paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>copy the overlay</source>
        <translation>复制叠加图</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>layer before</source>
        <translation>上一层</translation>
    </message>
    <message>
        <source>layer after</source>
        <translation>下一层</translation>
    </message>
    <message>
        <source>play through the layers</source>
        <translation>逐层播放</translation>
    </message>
    <message>
        <source>head before</source>
        <translation>上一个注意力头</translation>
    </message>
    <message>
        <source>head after</source>
        <translation>下一个注意力头</translation>
    </message>
    <message>
        <source>map on or off</source>
        <translation>显示或隐藏热图</translation>
    </message>
    <message>
        <source>patch grid</source>
        <translation>图块网格</translation>
    </message>
    <message>
        <source>fit the picture</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>actual pixels</source>
        <translation>实际像素</translation>
    </message>
    <message>
        <source>dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>map panel</source>
        <translation>热图面板</translation>
    </message>
    <message>
        <source>prediction panel</source>
        <translation>预测面板</translation>
    </message>
    <message>
        <source>heads panel</source>
        <translation>注意力头面板</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>按键一览</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>choose the method</source>
        <translation>选择方法</translation>
    </message>
    <message>
        <source>who looks here</source>
        <translation>谁关注此处</translation>
    </message>
    <message>
        <source>picture without the map</source>
        <translation>只看原图</translation>
    </message>
    <message>
        <source>zoom at the cursor</source>
        <translation>以光标为中心缩放</translation>
    </message>
    <message>
        <source>move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>test this map</source>
        <translation>检验此图</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>open a model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>map or inside</source>
        <translation>图或内部</translation>
    </message>
    <message>
        <source>tour through the network</source>
        <translation>网络导览</translation>
    </message>
    <message>
        <source>step before or after</source>
        <translation>上一步或下一步</translation>
    </message>
    <message>
        <source>back to the map</source>
        <translation>回到图</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>the picture alone</source>
        <translation>只看图片</translation>
    </message>
    <message>
        <source>about Patchlight</source>
        <translation>关于 Patchlight</translation>
    </message>
    <message>
        <source>query: next patch</source>
        <translation>查询：下一个图块</translation>
    </message>
    <message>
        <source>query: this patch</source>
        <translation>查询：此图块</translation>
    </message>
    <message>
        <source>query: a region</source>
        <translation>查询：一个区域</translation>
    </message>
    <message>
        <source>all of these as a menu</source>
        <translation>以上各项的菜单</translation>
    </message>
    <message>
        <source>fuse this head, too</source>
        <translation>将此注意力头也一并融合</translation>
    </message>
    <message>
        <source>hide the patches under it</source>
        <translation>遮挡划过的图块</translation>
    </message>
    <message>
        <source>randomise the weights</source>
        <translation>随机化权重</translation>
    </message>
    <message>
        <source>the guide for this</source>
        <translation>相应的指南</translation>
    </message>
    <message>
        <source>this patch or filter</source>
        <translation>此图块或滤波器</translation>
    </message>
    <message>
        <source>end the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>stop; query: class token</source>
        <translation>停止；查询：类别令牌</translation>
    </message>
    <message>
        <source>go inside</source>
        <translation>进入内部</translation>
    </message>
</context>
<context>
    <name>ErrorLeads</name>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>The file is damaged or of another kind</source>
        <translation>文件已损坏或属于其他类型</translation>
    </message>
    <message>
        <source>This cannot be chosen</source>
        <translation>不能这样选择</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>A fault in the program</source>
        <translation>程序故障</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The parts of the file do not fit together</source>
        <translation>文件的各部分不相符</translation>
    </message>
    <message>
        <source>Cannot be written</source>
        <translation>无法写入</translation>
    </message>
</context>
<context>
    <name>ErrorSentences</name>
    <message>
        <source>cannot read %1: %2; check the name and the rights</source>
        <translation>无法读取 %1：%2；请检查名称和权限</translation>
    </message>
    <message>
        <source>cannot write %1: %2; choose another place or free some space</source>
        <translation>无法写入 %1：%2；请换一个位置或腾出空间</translation>
    </message>
    <message>
        <source>cannot open %1: the file is empty; choose another picture</source>
        <translation>无法打开 %1：文件是空的；请选择另一张图片</translation>
    </message>
    <message>
        <source>cannot open %1: it is not a JPEG, PNG, WebP, GIF, BMP, TIFF, JPEG 2000 or PNM picture; convert it to one of these</source>
        <translation>无法打开 %1：它不是 JPEG、PNG、WebP、GIF、BMP、TIFF、JPEG 2000 或 PNM 图片；请转换为其中一种</translation>
    </message>
    <message>
        <source>cannot open %1: it holds no picture; fetch or save it again</source>
        <translation>无法打开 %1：其中没有图片；请重新获取或保存</translation>
    </message>
    <message>
        <source>cannot open %1: the file is larger than %2 MB; make it smaller first</source>
        <translation>无法打开 %1：文件大于 %2 MB；请先缩小</translation>
    </message>
    <message>
        <source>cannot open %1: there is not enough memory for it; make it smaller first</source>
        <translation>无法打开 %1：内存不足；请先缩小图片</translation>
    </message>
    <message>
        <source>the folder %1 holds no weights; give a folder or file with .safetensors, .pth, .pt, .bin or .npz</source>
        <translation>文件夹 %1 中没有权重；请选择含 .safetensors、.pth、.pt、.bin 或 .npz 的文件夹或文件</translation>
    </message>
    <message>
        <source>the folder %1 holds several files of weights; give one of them: %2</source>
        <translation>文件夹 %1 中有多个权重文件；请选择其中一个：%2</translation>
    </message>
    <message>
        <source>%1: the file has changed since it was loaded; load it again</source>
        <translation>%1：文件在加载后已改变；请重新加载</translation>
    </message>
    <message>
        <source>%1: the file has changed since it was loaded; load the model again</source>
        <translation>%1：文件在加载后已改变；请重新加载模型</translation>
    </message>
    <message>
        <source>%1 is no multiple of 16; give it with --heads</source>
        <translation>%1 不是 16 的倍数，无法得知注意力头数；请在此填写</translation>
    </message>
    <message>
        <source>This network has neither classes nor an embedding to explain; use attention or rollout.</source>
        <translation>此网络既没有类别，也没有可解释的嵌入；请使用注意力或注意力 Rollout。</translation>
    </message>
    <message>
        <source>Layer %1 is switched off, so it has no attention.</source>
        <translation>第 %1 层已关闭，因此没有注意力。</translation>
    </message>
    <message>
        <source>Layer %1 is switched off.</source>
        <translation>第 %1 层已关闭。</translation>
    </message>
    <message>
        <source>With every patch dropped nothing is left to look at; keep one at least.</source>
        <translation>所有图块都被丢弃后就没有可看的了；请至少保留一个。</translation>
    </message>
    <message>
        <source>device %1 cannot be had: %2; use --device cpu</source>
        <translation>无法使用设备 %1：%2；请在上方选择 CPU</translation>
    </message>
    <message>
        <source>no model is loaded: load one first</source>
        <translation>尚未加载模型：请先加载一个</translation>
    </message>
    <message>
        <source>%1 (its architecture is stated as %2)</source>
        <translation>%1（文件声明的架构是 %2）</translation>
    </message>
    <message>
        <source>%1 and the config.json beside it disagree about the %2; move config.json away if it belongs to another network</source>
        <translation>%1 与旁边的 config.json 在 %2 上不一致；如果 config.json 属于别的网络，请把它移走</translation>
    </message>
    <message>
        <source>%1 cannot be opened alone: %2, which was not found; give that network with --base</source>
        <translation>%1 无法单独打开：%2，而这个网络没有找到；请在此处给出该基础网络</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2; %3</source>
        <translation>无法打开 %1：%2；%3</translation>
    </message>
    <message>
        <source>%1 changes %2, which the base has not; give its own base with --base</source>
        <translation>%1 要修改 %2，但基础网络中没有它；请在此处给出它自己的基础网络</translation>
    </message>
    <message>
        <source>%1 describes preprocessing that makes no sense; check its mean and std</source>
        <translation>%1 描述的预处理没有意义；请检查其中的均值和标准差</translation>
    </message>
    <message>
        <source>%1 does not tell how many heads its attention has, and its width of %2 is no multiple of 16; give it with --heads</source>
        <translation>%1 没有说明注意力有多少个头，而且它的宽度 %2 不是 16 的倍数；请在此处填写头数</translation>
    </message>
    <message>
        <source>%1 follows attention, and this network has none: it is made of convolutions; use Grad-CAM, occlusion or the gradients of the input.</source>
        <translation>%1 依据注意力，而这个网络由卷积构成，没有注意力；请使用 Grad-CAM、遮挡或输入梯度。</translation>
    </message>
    <message>
        <source>%1 gives no sensible %2, but %3%4</source>
        <translation>%1 给出的 %2 没有意义，是 %3%4</translation>
    </message>
    <message>
        <source>%1 has an adapter of %2 of another shape than the base&apos;s; give its own base</source>
        <translation>%1 中 %2 的适配器与基础网络形状不同；请给出它自己的基础网络</translation>
    </message>
    <message>
        <source>%1 has an adapter of %2 that is no product</source>
        <translation>%1 中 %2 的适配器不是两个矩阵的乘积</translation>
    </message>
    <message>
        <source>%1 has an unknown key %2; the keys are %3</source>
        <translation>%1 中有未知的键 %2；可用的键是 %3</translation>
    </message>
    <message>
        <source>%1 has parts of %2 with different shapes, %3 and %4; it is no network known here</source>
        <translation>%1 中 %2 的各部分形状不同（%3 与 %4）；这不是本程序认识的网络</translation>
    </message>
    <message>
        <source>%1 has tensor %2 of shape %3, which does not suit the %4 layout</source>
        <translation>%1 中的张量 %2 形状为 %3，不符合 %4 的布局</translation>
    </message>
    <message>
        <source>%1 has windows far too large to be those of a network</source>
        <translation>%1 的窗口过大，不可能属于真实的网络</translation>
    </message>
    <message>
        <source>%1 holds %2 more than once under different names</source>
        <translation>%1 以不同的名称多次包含 %2</translation>
    </message>
    <message>
        <source>%1 holds %2 more than once, with and without a prefix; save only the network that is meant</source>
        <translation>%1 多次包含 %2（带前缀和不带前缀）；请只保存所需的网络</translation>
    </message>
    <message>
        <source>%1 holds %2 names, but the network has %3 classes; give the labels of this network</source>
        <translation>%1 包含 %2 个名称，但网络有 %3 个类别；请给出这个网络的类别名称</translation>
    </message>
    <message>
        <source>%1 holds %2 positions, which make no square grid; give the size it was trained at with --image-size</source>
        <translation>%1 包含 %2 个位置，无法排成正方形网格；请在此处填写训练时的图像尺寸</translation>
    </message>
    <message>
        <source>%1 holds %2 × %3 positions for patches of %4 pixels, far too many to be those of a network</source>
        <translation>%1 为 %4 像素的图块包含 %2 × %3 个位置，数量过多，不可能属于真实的网络</translation>
    </message>
    <message>
        <source>%1 holds a patch embedding of a shape that is none</source>
        <translation>%1 中图块嵌入的形状无效</translation>
    </message>
    <message>
        <source>%1 holds a patch embedding of a shape that is none: %2</source>
        <translation>%1 中图块嵌入的形状无效：%2</translation>
    </message>
    <message>
        <source>%1 holds a table of relative positions that fits no square grid; give the size it was trained at with --image-size</source>
        <translation>%1 的相对位置表不对应任何正方形网格；请在此处填写训练时的图像尺寸</translation>
    </message>
    <message>
        <source>%1 holds more than one layer; give a file with the head&apos;s weight and bias alone</source>
        <translation>%1 包含不止一层；请给出只含分类头权重和偏置的文件</translation>
    </message>
    <message>
        <source>%1 holds names that are no list; write one a line</source>
        <translation>%1 中的名称不是列表；请每行写一个</translation>
    </message>
    <message>
        <source>%1 holds no averaged weights; leave --weights out</source>
        <translation>%1 不含平均后的权重；请撤销此更正</translation>
    </message>
    <message>
        <source>%1 holds no class names; %2</source>
        <translation>%1 不含类别名称；%2</translation>
    </message>
    <message>
        <source>%1 holds no head: a tensor called weight, classes × features, is wanted</source>
        <translation>%1 不含分类头：需要一个名为 weight、形状为“类别 × 特征”的张量</translation>
    </message>
    <message>
        <source>%1 holds no raw weights; leave --weights out</source>
        <translation>%1 不含原始权重；请撤销此更正</translation>
    </message>
    <message>
        <source>%1 holds no table of positions (pos_embed), so it is no network known here</source>
        <translation>%1 不含位置表（pos_embed），因此不是本程序认识的网络</translation>
    </message>
    <message>
        <source>%1 holds no weights that this program opens (.safetensors, .bin, .pth, .pt, .npz); choose another model</source>
        <translation>%1 不含本程序能打开的权重（.safetensors、.bin、.pth、.pt、.npz）；请选择其他模型</translation>
    </message>
    <message>
        <source>%1 holds only some of the parts of %2 (query, key, value belong together); get the whole file again</source>
        <translation>%1 只包含 %2 的一部分（查询、键、值应当齐全）；请重新获取完整的文件</translation>
    </message>
    <message>
        <source>%1 holds positions that make no square grid; give the size it was trained at with --image-size</source>
        <translation>%1 的位置无法排成正方形网格；请在此处填写训练时的图像尺寸</translation>
    </message>
    <message>
        <source>%1 holds several files of weights (%2), and none is named as usual; fetch the one you mean by hand</source>
        <translation>%1 包含多个权重文件（%2），没有一个用通常的名称；请手动获取所需的那个</translation>
    </message>
    <message>
        <source>%1 holds whole numbers, so it is not preprocessed; give the picture itself, or float32 of [1, 3, H, W] after normalisation</source>
        <translation>%1 包含的是整数，因此未经预处理；请给出图片本身，或归一化后的 float32 数组 [1, 3, H, W]</translation>
    </message>
    <message>
        <source>%1 is %2; a network needs %3 to %4 of it</source>
        <translation>%1 为 %2；网络需要 %3 到 %4</translation>
    </message>
    <message>
        <source>%1 is being fetched just now; stop that first</source>
        <translation>%1 正在下载；请先停止下载</translation>
    </message>
    <message>
        <source>%1 is cut off: %2; get the whole file again</source>
        <translation>%1 不完整：%2；请重新获取完整的文件</translation>
    </message>
    <message>
        <source>%1 is damaged: %2; get the file again from where it came</source>
        <translation>%1 已损坏：%2；请从原处重新获取该文件</translation>
    </message>
    <message>
        <source>%1 is empty; write one class name per line</source>
        <translation>%1 是空的；请每行写一个类别名称</translation>
    </message>
    <message>
        <source>%1 is no array that can be read: it %2; save it as float32 with numpy.save</source>
        <translation>%1 不是可读取的数组：%2；请用 numpy.save 保存为 float32</translation>
    </message>
    <message>
        <source>%1 is no list of models; install the program again</source>
        <translation>%1 不是模型列表；请重新安装本程序</translation>
    </message>
    <message>
        <source>%1 is no model of the caches; patchlight-cli models lists them</source>
        <translation>%1 不是缓存中的模型；模型框会列出缓存中的模型</translation>
    </message>
    <message>
        <source>%1 is no model on this computer</source>
        <translation>本机没有模型 %1</translation>
    </message>
    <message>
        <source>%1 is no model&apos;s name on the hub: %2; write owner/name, as in timm/vit_small_patch16_224.augreg_in1k</source>
        <translation>%1 不是模型库中的模型名称：%2；请写成 所有者/名称，例如 timm/vit_small_patch16_224.augreg_in1k</translation>
    </message>
    <message>
        <source>%1 is no object of preprocessing; give it some of %2</source>
        <translation>%1 不是预处理设置；请给出其中一些：%2</translation>
    </message>
    <message>
        <source>%1 is not in the cache at %2</source>
        <translation>%1 不在缓存 %2 中</translation>
    </message>
    <message>
        <source>%1 is not in the caches; patchlight-cli models lists what is</source>
        <translation>%1 不在缓存中；模型框会列出缓存中的模型</translation>
    </message>
    <message>
        <source>%1 is not what its name promises (its SHA-256 begins otherwise); delete it and get it again</source>
        <translation>%1 的内容与名称不符（SHA-256 的开头不同）；请删除后重新获取</translation>
    </message>
    <message>
        <source>%1 is only half on this computer%2</source>
        <translation>%1 在本机上不完整%2</translation>
    </message>
    <message>
        <source>%1 is only half on this computer: %2 lacks weights%3</source>
        <translation>%1 在本机上不完整：%2 缺少权重%3</translation>
    </message>
    <message>
        <source>%1 lacks %2 or it fits no square window</source>
        <translation>%1 缺少 %2，或者它不对应正方形窗口</translation>
    </message>
    <message>
        <source>%1 lacks %2 tensors that the index places there: %3; get all shards again</source>
        <translation>%1 缺少索引所列的 %2 个张量：%3；请重新获取所有分片</translation>
    </message>
    <message>
        <source>%1 lacks some of the stages of a residual network</source>
        <translation>%1 缺少残差网络的某些阶段</translation>
    </message>
    <message>
        <source>%1 lacks the first convolution of a BiT</source>
        <translation>%1 缺少 BiT 的第一个卷积</translation>
    </message>
    <message>
        <source>%1 lacks the first convolution of a ResNet</source>
        <translation>%1 缺少 ResNet 的第一个卷积</translation>
    </message>
    <message>
        <source>%1 names class %2, but the network has %3 classes; give the labels of this network</source>
        <translation>%1 给出了类别 %2 的名称，但网络只有 %3 个类别；请给出这个网络的类别名称</translation>
    </message>
    <message>
        <source>%1 needs about %2 of memory, and a run may take %3, half of what is free; %4</source>
        <translation>%1 大约需要 %2 内存，而一次运行最多可用 %3（空闲内存的一半）；%4</translation>
    </message>
    <message>
        <source>%1 needs about %2 of memory, and a run may take %3; %4</source>
        <translation>%1 大约需要 %2 内存，而一次运行最多可用 %3；%4</translation>
    </message>
    <message>
        <source>%1 needs the network, not only its attention.</source>
        <translation>%1 需要网络本身，而不只是它的注意力。</translation>
    </message>
    <message>
        <source>%1 places tensor %2 in %3, which is not the name of a file beside it; get the index again from where it came</source>
        <translation>%1 把张量 %2 放在 %3 中，而旁边没有这个名称的文件；请从原处重新获取索引</translation>
    </message>
    <message>
        <source>%1 states %2 for %3, another network than the one that is computed here</source>
        <translation>%1 中 %3 的 %2 表明这是另一种网络，而不是这里计算的那种</translation>
    </message>
    <message>
        <source>%1 was fetched by another program; add --yes to remove it all the same</source>
        <translation>%1 是由其他程序下载的</translation>
    </message>
    <message>
        <source>%1%2; choose one with --prefix</source>
        <translation>%1%2；请在此处选择一个前缀</translation>
    </message>
    <message>
        <source>%1, line %2, is no text in UTF-8 or marked UTF-16; save it as UTF-8</source>
        <translation>%1 第 %2 行不是 UTF-8 或带标记的 UTF-16 文本；请保存为 UTF-8</translation>
    </message>
    <message>
        <source>%1: %2 has no name; %3</source>
        <translation>%1：%2 没有名称；%3</translation>
    </message>
    <message>
        <source>%1: %2 is no class number; %3</source>
        <translation>%1：%2 不是类别编号；%3</translation>
    </message>
    <message>
        <source>%1: %2; correct it or give another profile</source>
        <translation>%1：%2；请改正，或给出其他预处理设置</translation>
    </message>
    <message>
        <source>%1: entry %2 lacks a fact; install the program again</source>
        <translation>%1：第 %2 项缺少内容；请重新安装本程序</translation>
    </message>
    <message>
        <source>%1: entry %2 of the list is no name; %3</source>
        <translation>%1：列表第 %2 项不是名称；%3</translation>
    </message>
    <message>
        <source>%1: no such file or folder, and no model of that name on this computer (looked in %2)%3</source>
        <translation>%1：没有这个文件或文件夹，本机也没有这个名称的模型（查找位置：%2）%3</translation>
    </message>
    <message>
        <source>%1: no such file or folder, and no model of that name ships with the program (there are none%2); patchlight-cli models lists what else there is</source>
        <translation>%1：没有这个文件或文件夹，程序也没有附带这个名称的模型（没有附带模型%2）；模型框会列出其他模型</translation>
    </message>
    <message>
        <source>%1: no such file or folder, and no model of that name ships with the program (there are: %2); patchlight-cli models lists what else there is</source>
        <translation>%1：没有这个文件或文件夹，程序也没有附带这个名称的模型（附带的有：%2）；模型框会列出其他模型</translation>
    </message>
    <message>
        <source>%1: this would replace what the command reads; give the result another name</source>
        <translation>%1：这会覆盖正在读取的文件；请给结果另取名称</translation>
    </message>
    <message>
        <source>%1does not begin with a class number as the others do; write &quot;index, name&quot;</source>
        <translation>%1不像其他行那样以类别编号开头；请写成“编号, 名称”</translation>
    </message>
    <message>
        <source>%1does not end with a class number as the others do; write &quot;index, name&quot;</source>
        <translation>%1不像其他行那样以类别编号结尾；请写成“编号, 名称”</translation>
    </message>
    <message>
        <source>%1is empty; write one class name per line</source>
        <translation>%1是空的；请每行写一个类别名称</translation>
    </message>
    <message>
        <source>%1may begin with a class number or be a name; write it in quotes, or every line as &quot;index, name&quot;</source>
        <translation>%1可能以类别编号开头，也可能本身就是名称；请加上引号，或把每一行写成“编号, 名称”</translation>
    </message>
    <message>
        <source>%1names class %2, but the network has %3 classes; give the labels of this network</source>
        <translation>%1给出了类别 %2 的名称，但网络只有 %3 个类别；请给出这个网络的类别名称</translation>
    </message>
    <message>
        <source>--heads %1 does not divide the width of %2 channels of %3</source>
        <translation>头数 %1 不能整除 %3 的 %2 个通道的宽度</translation>
    </message>
    <message>
        <source>--image-size %1×%2 is out of range; give %3 to 8192 pixels a side</source>
        <translation>图像尺寸 %1×%2 超出范围；每边请取 %3 到 8192 像素</translation>
    </message>
    <message>
        <source>A class cannot be contrasted with itself; choose another one.</source>
        <translation>类别不能与自身对比；请选择另一个。</translation>
    </message>
    <message>
        <source>A film goes through the layers of raw attention or rollout; %1 would run the network for each of them.</source>
        <translation>影片逐层播放原始注意力或注意力 Rollout；%1 则需要为每一层运行一次网络。</translation>
    </message>
    <message>
        <source>All chosen heads of layer %1 are switched off; choose others.</source>
        <translation>第 %1 层所选的头都已关闭；请选择其他头。</translation>
    </message>
    <message>
        <source>At least one cell must change in every step.</source>
        <translation>每一步至少要改变一个格子。</translation>
    </message>
    <message>
        <source>At least one filter must be shown.</source>
        <translation>至少要显示一个滤波器。</translation>
    </message>
    <message>
        <source>Attention Grad-CAM cuts negative values off, so it has no map of a difference; ask for one token.</source>
        <translation>注意力 Grad-CAM 会截去负值，因此没有差值图；请查询单个令牌。</translation>
    </message>
    <message>
        <source>Attention Grad-CAM needs attention over the whole picture; use Grad-CAM.</source>
        <translation>注意力 Grad-CAM 需要覆盖整张图片的注意力；请使用 Grad-CAM。</translation>
    </message>
    <message>
        <source>Attention flow has no map of a difference; ask for one token.</source>
        <translation>注意力流没有差值图；请查询单个令牌。</translation>
    </message>
    <message>
        <source>Attention flow is defined for attention over the whole picture; use rollout for this network.</source>
        <translation>注意力流只对覆盖整张图片的注意力有定义；对这个网络请使用注意力 Rollout。</translation>
    </message>
    <message>
        <source>Attribution cannot be asked of this network: %1; use relevancy.</source>
        <translation>这个网络不能使用归因方法：%1；请使用相关性方法。</translation>
    </message>
    <message>
        <source>Head weights must be 0 or more, with at least one above 0.</source>
        <translation>头的权重不能为负，且至少有一个大于 0。</translation>
    </message>
    <message>
        <source>Layer %1 has %2 heads, but %3 head weights are given; give one for each head.</source>
        <translation>第 %1 层有 %2 个头，但给出了 %3 个权重；请为每个头给出一个权重。</translation>
    </message>
    <message>
        <source>Nothing that this token attends to speaks for the class in the layers that are followed: the head does not read it. Ask without a query.</source>
        <translation>在所追踪的层中，这个令牌关注的内容都不支持该类别：分类头不读取它。请不带查询地提问。</translation>
    </message>
    <message>
        <source>On %1 only the pooled output can be decoded; ask without a query.</source>
        <translation>在 %1 上只能解码池化后的输出；请不带查询地提问。</translation>
    </message>
    <message>
        <source>Only Vision Transformers run block by block in double precision.</source>
        <translation>只有视觉 Transformer 能以双精度逐个模块运行。</translation>
    </message>
    <message>
        <source>Patch %1,%2 is dropped from the sequence, so it looks at nothing; ask another one.</source>
        <translation>图块 %1,%2 已从序列中去除，因此不关注任何内容；请查询另一个图块。</translation>
    </message>
    <message>
        <source>SigLIP&apos;s towers, which have neither, can be</source>
        <translation>没有这两者的 SigLIP 图像塔可以打开</translation>
    </message>
    <message>
        <source>The discarded share must be at least 0 and below 1.</source>
        <translation>舍弃的比例必须不小于 0 且小于 1。</translation>
    </message>
    <message>
        <source>The logit lens reads one token; ask for cls or dist.</source>
        <translation>logit 透镜只读取一个令牌；请查询 cls 或 dist。</translation>
    </message>
    <message>
        <source>The map&apos;s grid is finer than the network&apos;s input.</source>
        <translation>热图的网格比网络的输入还细。</translation>
    </message>
    <message>
        <source>The number of steps must be from 1 to 10000.</source>
        <translation>步数必须在 1 到 10000 之间。</translation>
    </message>
    <message>
        <source>The patches of this network are not of pixels, so its filters have no colours.</source>
        <translation>这个网络的图块不直接来自像素，因此滤波器没有颜色。</translation>
    </message>
    <message>
        <source>The query attends to nothing in layer %1: there the class token alone attends; ask a patch.</source>
        <translation>查询在第 %1 层不关注任何内容：该层只有类别令牌参与注意；请查询图块。</translation>
    </message>
    <message>
        <source>The query attends to nothing in layer %1: there the patches alone attend; ask a patch.</source>
        <translation>查询在第 %1 层不关注任何内容：该层只有图块参与注意；请查询图块。</translation>
    </message>
    <message>
        <source>The query names no patch.</source>
        <translation>查询没有指明图块。</translation>
    </message>
    <message>
        <source>The residual weight alpha must be at least 0 and below 1.</source>
        <translation>残差权重 alpha 必须不小于 0 且小于 1。</translation>
    </message>
    <message>
        <source>The start layer %1 lies behind the end layer %2.</source>
        <translation>起始层 %1 在结束层 %2 之后。</translation>
    </message>
    <message>
        <source>There is no block %1.</source>
        <translation>没有模块 %1。</translation>
    </message>
    <message>
        <source>There is no block %1; this network has blocks 0 to %2.</source>
        <translation>没有模块 %1；这个网络有模块 0 到 %2。</translation>
    </message>
    <message>
        <source>There is no class %1: classes are 0 to %2.</source>
        <translation>没有类别 %1：类别为 0 到 %2。</translation>
    </message>
    <message>
        <source>There is no head %1 in layer %2: its heads are 0 to %3.</source>
        <translation>第 %2 层没有头 %1：头为 0 到 %3。</translation>
    </message>
    <message>
        <source>There is no layer %1 to change: layers are 0 to %2.</source>
        <translation>没有第 %1 层可改：层为 0 到 %2。</translation>
    </message>
    <message>
        <source>There is no layer %1: layers are 0 to %2.</source>
        <translation>没有第 %1 层：层为 0 到 %2。</translation>
    </message>
    <message>
        <source>There is no patch %1,%2 to hide: the grid has %3 rows and %4 columns.</source>
        <translation>没有图块 %1,%2 可遮挡：网格有 %3 行 %4 列。</translation>
    </message>
    <message>
        <source>There is no patch %1,%2: the grid has %3 rows and %4 columns.</source>
        <translation>没有图块 %1,%2：网格有 %3 行 %4 列。</translation>
    </message>
    <message>
        <source>This network has no %1 to ask; choose a patch or another token.</source>
        <translation>这个网络没有 %1 可查询；请选择图块或其他令牌。</translation>
    </message>
    <message>
        <source>This network has no attention layers to explain.</source>
        <translation>这个网络没有可解释的注意力层。</translation>
    </message>
    <message>
        <source>This network has no attention, so its heads have no numbers: it is made of convolutions.</source>
        <translation>这个网络由卷积构成，没有注意力，因此没有头的数值。</translation>
    </message>
    <message>
        <source>This network has no attention, so there are no heads to change.</source>
        <translation>这个网络没有注意力，因此没有可改的头。</translation>
    </message>
    <message>
        <source>This network has no classification head to read its tokens with.</source>
        <translation>这个网络没有用来读取令牌的分类头。</translation>
    </message>
    <message>
        <source>This network has no distillation token to compare the class token with; choose another query.</source>
        <translation>这个网络没有可与类别令牌比较的蒸馏令牌；请选择其他查询。</translation>
    </message>
    <message>
        <source>This network has no head that reads a distillation token.</source>
        <translation>这个网络没有读取蒸馏令牌的分类头。</translation>
    </message>
    <message>
        <source>This network has no learned or rotary positions; where there is a bias by relative position, look at that.</source>
        <translation>这个网络没有学习得到的位置或旋转位置；如有相对位置偏置，请查看它。</translation>
    </message>
    <message>
        <source>This network&apos;s head does not attend to its tokens, as SigLIP&apos;s does; ask for attention instead.</source>
        <translation>这个网络的分类头不像 SigLIP 那样对令牌做注意；请改用注意力。</translation>
    </message>
    <message>
        <source>This published code needs a class token that the head reads; use relevancy for this network.</source>
        <translation>这份已发表的代码需要分类头读取的类别令牌；对这个网络请使用相关性方法。</translation>
    </message>
    <message>
        <source>This published code needs a class token; use rollout for this network.</source>
        <translation>这份已发表的代码需要类别令牌；对这个网络请使用注意力 Rollout。</translation>
    </message>
    <message>
        <source>This published code needs every block; switch them all on.</source>
        <translation>这份已发表的代码需要所有模块；请全部打开。</translation>
    </message>
    <message>
        <source>This token has no learned position of its own: ask a patch.</source>
        <translation>这个令牌没有自己的学习位置：请查询图块。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no head: a list of heads is written as 0,2,5 or, with weights above 0, as 0:2,2,5:0.5</source>
        <translation>“%1”不是头：头的列表写成 0,2,5，或带大于 0 的权重写成 0:2,2,5:0.5</translation>
    </message>
    <message>
        <source>a CaiT needs blocks in which its class token asks</source>
        <translation>CaiT 需要由类别令牌提问的模块</translation>
    </message>
    <message>
        <source>a ViT has one stage of blocks</source>
        <translation>ViT 只有一个阶段的模块</translation>
    </message>
    <message>
        <source>a gated MLP needs an even width</source>
        <translation>门控 MLP 的宽度必须是偶数</translation>
    </message>
    <message>
        <source>a head that reads four blocks needs as many</source>
        <translation>读取四个模块的分类头需要至少四个模块</translation>
    </message>
    <message>
        <source>a picture of %1 × %2 pixels is too long for the preprocessing profile &quot;%3&quot;; cut it first</source>
        <translation>%1 × %2 像素的图片对预处理设置“%3”来说太长；请先裁剪</translation>
    </message>
    <message>
        <source>a width of %1 does not divide into %2 heads; give the right number of heads</source>
        <translation>宽度 %1 不能分成 %2 个头；请给出正确的头数</translation>
    </message>
    <message>
        <source>an input of %1 × %2 pixels does not divide into patches of %3; choose sides that are multiples of it</source>
        <translation>%1 × %2 像素的输入不能分成边长 %3 的图块；请选择它的倍数作为边长</translation>
    </message>
    <message>
        <source>array %1 holds fewer values than its shape %2 says</source>
        <translation>数组 %1 的数值少于形状 %2 所示</translation>
    </message>
    <message>
        <source>cannot make the folder %1: %2; choose another place or free some space</source>
        <translation>无法建立文件夹 %1：%2；请选择其他位置或腾出空间</translation>
    </message>
    <message>
        <source>cannot open %1: a side of %2 is too long; cut it first</source>
        <translation>无法打开 %1：边长 %2 太长；请先裁剪</translation>
    </message>
    <message>
        <source>cannot open %1: it %2; convert it to PNG</source>
        <translation>无法打开 %1：%2；请转换为 PNG</translation>
    </message>
    <message>
        <source>cannot open %1: it %2; fetch it again, or save it again as PNG or JPEG</source>
        <translation>无法打开 %1：%2；请重新获取，或另存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>cannot open %1: it %2; fetch or save it again</source>
        <translation>无法打开 %1：%2；请重新获取或保存</translation>
    </message>
    <message>
        <source>cannot open %1: it is %2 file, a format that is not read here; convert it to PNG or JPEG</source>
        <translation>无法打开 %1：它是 %2 文件，本程序不读取这种格式；请转换为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>cannot open %1: its %2 are more than%3; make it smaller first</source>
        <translation>无法打开 %1：%2 超过了%3；请先缩小</translation>
    </message>
    <message>
        <source>cannot open %1: one tile of it has more pixels than%2; save it again without such tiles</source>
        <translation>无法打开 %1：其中一个分块的像素超过了%2；请不带这种分块重新保存</translation>
    </message>
    <message>
        <source>cannot read %1: it is a pipe or a device; give a file</source>
        <translation>无法读取 %1：它是管道或设备；请给出文件</translation>
    </message>
    <message>
        <source>cannot read the folder %1: %2; check its rights</source>
        <translation>无法读取文件夹 %1：%2；请检查权限</translation>
    </message>
    <message>
        <source>cannot remove %1: %2; check the rights of its folder</source>
        <translation>无法删除 %1：%2；请检查所在文件夹的权限</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>cannot write %1: %2; choose another place</source>
        <translation>无法写入 %1：%2；请选择其他位置</translation>
    </message>
    <message>
        <source>cannot write %1: the film came out incomplete; free some space or export PNG frames</source>
        <translation>无法写入 %1：影片不完整；请腾出空间或导出 PNG 帧</translation>
    </message>
    <message>
        <source>cannot write %1: there is no encoder for films here, or the place is not writable; export the frames into a folder instead</source>
        <translation>无法写入 %1：本机没有影片编码器，或该位置不可写；请改为把各帧导出到文件夹</translation>
    </message>
    <message>
        <source>class %1 is out of range: this model has classes 0 to %2</source>
        <translation>类别 %1 超出范围：这个模型的类别为 0 到 %2</translation>
    </message>
    <message>
        <source>class &quot;%1&quot; is not one of this model&apos;s classes: give its index or its name%2</source>
        <translation>类别“%1”不是这个模型的类别：请给出编号或名称%2</translation>
    </message>
    <message>
        <source>class &quot;%1&quot;: this model has no classification head</source>
        <translation>类别“%1”：这个模型没有分类头</translation>
    </message>
    <message>
        <source>device %1 cannot be had: there are %2</source>
        <translation>设备 %1 不可用：可用的有 %2</translation>
    </message>
    <message>
        <source>device %1 cannot be had: this LibTorch was built without CUDA; use the CPU</source>
        <translation>设备 %1 不可用：这个 LibTorch 不带 CUDA；请使用 CPU</translation>
    </message>
    <message>
        <source>device &quot;%1&quot; is unknown: use auto, cpu, cuda or cuda:N</source>
        <translation>未知的设备“%1”：请使用 auto、cpu、cuda 或 cuda:N</translation>
    </message>
    <message>
        <source>does not begin as an array</source>
        <translation>开头不是数组</translation>
    </message>
    <message>
        <source>entries of its zip directory overlap</source>
        <translation>zip 目录中的条目互相重叠</translation>
    </message>
    <message>
        <source>entry %1 claims to unpack to %2 bytes, far more than the file can hold</source>
        <translation>条目 %1 声称解压后有 %2 字节，远超文件所能容纳</translation>
    </message>
    <message>
        <source>entry %1 does not unpack</source>
        <translation>条目 %1 无法解压</translation>
    </message>
    <message>
        <source>entry %1 has two different sizes</source>
        <translation>条目 %1 有两个不同的大小</translation>
    </message>
    <message>
        <source>entry %1 is encrypted</source>
        <translation>条目 %1 已加密</translation>
    </message>
    <message>
        <source>entry %1 is not where the zip directory says</source>
        <translation>条目 %1 不在 zip 目录所说的位置</translation>
    </message>
    <message>
        <source>entry %1 is packed by method %2</source>
        <translation>条目 %1 用方法 %2 压缩</translation>
    </message>
    <message>
        <source>entry %1 reaches past its end</source>
        <translation>条目 %1 超出了文件末尾</translation>
    </message>
    <message>
        <source>give --activation and move config.json away</source>
        <translation>请指定激活函数并移走 config.json</translation>
    </message>
    <message>
        <source>give weights as safetensors, PyTorch or NumPy write them</source>
        <translation>请给出 safetensors、PyTorch 或 NumPy 格式的权重</translation>
    </message>
    <message>
        <source>has %1 bits per pixel</source>
        <translation>每像素有 %1 位</translation>
    </message>
    <message>
        <source>has %1 bits per sample</source>
        <translation>每个采样有 %1 位</translation>
    </message>
    <message>
        <source>has a header that is cut off</source>
        <translation>文件头不完整</translation>
    </message>
    <message>
        <source>has a shape that cannot be read</source>
        <translation>形状无法读取</translation>
    </message>
    <message>
        <source>has no sensible size</source>
        <translation>没有合理的尺寸</translation>
    </message>
    <message>
        <source>has no sensible width</source>
        <translation>没有合理的宽度</translation>
    </message>
    <message>
        <source>head %1 does not exist: this model has heads 0 to %2</source>
        <translation>没有头 %1：这个模型的头为 0 到 %2</translation>
    </message>
    <message>
        <source>head %1 is named twice</source>
        <translation>头 %1 出现了两次</translation>
    </message>
    <message>
        <source>holds fewer values than its shape %1 says</source>
        <translation>数值少于形状 %1 所示</translation>
    </message>
    <message>
        <source>holds values of type %1</source>
        <translation>数值类型为 %1</translation>
    </message>
    <message>
        <source>if that is not its network, correct or remove the name beside the weights</source>
        <translation>如果这不是它的网络，请改正或删除权重旁边的名称</translation>
    </message>
    <message>
        <source>if the weights do without it, correct the file beside them</source>
        <translation>如果权重并不需要它，请更正旁边的文件</translation>
    </message>
    <message>
        <source>is coded in a way that is not supported, or damaged</source>
        <translation>编码方式不受支持，或已损坏</translation>
    </message>
    <message>
        <source>is damaged, or coded in a way that is not supported</source>
        <translation>已损坏，或编码方式不受支持</translation>
    </message>
    <message>
        <source>is damaged: a checksum does not hold</source>
        <translation>已损坏：校验和不符</translation>
    </message>
    <message>
        <source>is damaged: a chunk reaches past its end</source>
        <translation>已损坏：有数据块超出文件末尾</translation>
    </message>
    <message>
        <source>is damaged: it does not begin with its size</source>
        <translation>已损坏：开头没有给出尺寸</translation>
    </message>
    <message>
        <source>is damaged: it holds no codestream</source>
        <translation>已损坏：不含码流</translation>
    </message>
    <message>
        <source>is damaged: it holds two pictures</source>
        <translation>已损坏：含有两张图片</translation>
    </message>
    <message>
        <source>is damaged: it states its size twice</source>
        <translation>已损坏：两次给出尺寸</translation>
    </message>
    <message>
        <source>is damaged: its first frame holds no picture</source>
        <translation>已损坏：第一帧不含图片</translation>
    </message>
    <message>
        <source>is damaged: its head states no size</source>
        <translation>已损坏：文件头没有给出尺寸</translation>
    </message>
    <message>
        <source>is damaged: some of its compressed data is missing or not readable</source>
        <translation>已损坏：部分压缩数据缺失或无法读取</translation>
    </message>
    <message>
        <source>is truncated or damaged: a segment reaches past its end</source>
        <translation>不完整或已损坏：有数据段超出文件末尾</translation>
    </message>
    <message>
        <source>is truncated or damaged: its first page cannot be found</source>
        <translation>不完整或已损坏：找不到第一页</translation>
    </message>
    <message>
        <source>is truncated: its header is incomplete</source>
        <translation>不完整：文件头缺失</translation>
    </message>
    <message>
        <source>is truncated: the end of the picture is missing</source>
        <translation>不完整：缺少图片的末尾</translation>
    </message>
    <message>
        <source>it has more than 16 MiB, too much for class names</source>
        <translation>它超过 16 MiB，作为类别名称太大</translation>
    </message>
    <message>
        <source>it has more than 8 MiB</source>
        <translation>它超过 8 MiB</translation>
    </message>
    <message>
        <source>it has no weight_map</source>
        <translation>它没有 weight_map</translation>
    </message>
    <message>
        <source>it has only %1 bytes</source>
        <translation>它只有 %1 字节</translation>
    </message>
    <message>
        <source>it holds a name of %1 characters</source>
        <translation>它含有 %1 个字符的名称</translation>
    </message>
    <message>
        <source>it holds no tensors%1</source>
        <translation>它不含张量%1</translation>
    </message>
    <message>
        <source>it holds the storage %1 that nothing uses</source>
        <translation>它包含没有用到的存储 %1</translation>
    </message>
    <message>
        <source>it holds too many tensors</source>
        <translation>它包含的张量过多</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>它是 %1</translation>
    </message>
    <message>
        <source>it is a pickle, but not one that torch.save wrote</source>
        <translation>它是 pickle，但不是 torch.save 写的</translation>
    </message>
    <message>
        <source>it is a tar archive, as PyTorch before 0.1.10 wrote</source>
        <translation>它是 PyTorch 0.1.10 之前所写的 tar 归档</translation>
    </message>
    <message>
        <source>it is a zip archive without weights of PyTorch or NumPy</source>
        <translation>它是不含 PyTorch 或 NumPy 权重的 zip 归档</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>它嵌套过深</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>它不是 JSON</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>它不是 JSON 对象</translation>
    </message>
    <message>
        <source>it names %1 shards</source>
        <translation>它列出了 %1 个分片</translation>
    </message>
    <message>
        <source>it names %1 twice</source>
        <translation>它两次给出 %1</translation>
    </message>
    <message>
        <source>it was saved on a big-endian machine</source>
        <translation>它是在大端序机器上保存的</translation>
    </message>
    <message>
        <source>its activation %1 is not one of gelu, gelu_tanh, quick_gelu</source>
        <translation>它的激活函数 %1 不是 gelu、gelu_tanh、quick_gelu 之一</translation>
    </message>
    <message>
        <source>its adapter holds %1, which plain LoRA has not</source>
        <translation>它的适配器含有 %1，普通的 LoRA 没有这一项</translation>
    </message>
    <message>
        <source>its dictionaries are nested too deeply or hold too much</source>
        <translation>它的字典嵌套过深或内容过多</translation>
    </message>
    <message>
        <source>its head pools by attention over the patches beside %1 (%2)</source>
        <translation>它的分类头在 %1 之外还对图块做注意力池化（%2）</translation>
    </message>
    <message>
        <source>its head pools by attention over the patches beside a class token (%1)</source>
        <translation>它的分类头在类别令牌之外还对图块做注意力池化（%1）</translation>
    </message>
    <message>
        <source>its header claims %1 bytes</source>
        <translation>它的文件头声称有 %1 字节</translation>
    </message>
    <message>
        <source>its header holds a list where none belongs</source>
        <translation>它的文件头在不该有列表处给出了列表</translation>
    </message>
    <message>
        <source>its header holds a negative size or offset</source>
        <translation>它的文件头含有负的大小或偏移</translation>
    </message>
    <message>
        <source>its header holds a null</source>
        <translation>它的文件头含有 null</translation>
    </message>
    <message>
        <source>its header holds a number where none belongs</source>
        <translation>它的文件头在不该有数字处给出了数字</translation>
    </message>
    <message>
        <source>its header holds a size or offset of %1</source>
        <translation>它的文件头含有大小或偏移 %1</translation>
    </message>
    <message>
        <source>its header holds a size that is no whole number</source>
        <translation>它的文件头含有不是整数的大小</translation>
    </message>
    <message>
        <source>its header holds bytes</source>
        <translation>它的文件头含有字节串</translation>
    </message>
    <message>
        <source>its header holds text where sizes belong</source>
        <translation>它的文件头在应为大小处给出了文本</translation>
    </message>
    <message>
        <source>its header holds true or false where sizes belong</source>
        <translation>它的文件头在应为大小处给出了 true 或 false</translation>
    </message>
    <message>
        <source>its header is nested too deeply</source>
        <translation>它的文件头嵌套过深</translation>
    </message>
    <message>
        <source>its header is no JSON</source>
        <translation>它的文件头不是 JSON</translation>
    </message>
    <message>
        <source>its header is no JSON from character %1 on</source>
        <translation>它的文件头从第 %1 个字符起不是 JSON</translation>
    </message>
    <message>
        <source>its header names too many tensors</source>
        <translation>它的文件头列出的张量过多</translation>
    </message>
    <message>
        <source>its network is named %1, which %2</source>
        <translation>它的网络名为 %1，而它%2</translation>
    </message>
    <message>
        <source>its pickle adds items to something that holds none</source>
        <translation>它的 pickle 向不能容纳条目的东西添加条目</translation>
    </message>
    <message>
        <source>its pickle asks for %1, which is code and not a tensor; nothing of it was run</source>
        <translation>它的 pickle 要求 %1，这是代码而不是张量；没有运行其中任何内容</translation>
    </message>
    <message>
        <source>its pickle breaks off</source>
        <translation>它的 pickle 中断了</translation>
    </message>
    <message>
        <source>its pickle breaks off in a name</source>
        <translation>它的 pickle 在一个名称中中断了</translation>
    </message>
    <message>
        <source>its pickle builds a tensor of no known type</source>
        <translation>它的 pickle 构造了未知类型的张量</translation>
    </message>
    <message>
        <source>its pickle builds a tensor of nothing</source>
        <translation>它的 pickle 凭空构造张量</translation>
    </message>
    <message>
        <source>its pickle builds more than %1 values</source>
        <translation>它的 pickle 构造了超过 %1 个值</translation>
    </message>
    <message>
        <source>its pickle calls a type of numbers</source>
        <translation>它的 pickle 调用了数值类型</translation>
    </message>
    <message>
        <source>its pickle calls something that is no function</source>
        <translation>它的 pickle 调用了不是函数的东西</translation>
    </message>
    <message>
        <source>its pickle copies more than %1 items between collections</source>
        <translation>它的 pickle 在集合之间复制了超过 %1 项</translation>
    </message>
    <message>
        <source>its pickle describes a part of a storage wrongly</source>
        <translation>它的 pickle 错误地描述了存储的一部分</translation>
    </message>
    <message>
        <source>its pickle ends without a stop</source>
        <translation>它的 pickle 没有结束标志</translation>
    </message>
    <message>
        <source>its pickle gives a tensor a negative or no size</source>
        <translation>它的 pickle 给出的张量大小为负或缺失</translation>
    </message>
    <message>
        <source>its pickle gives a tensor as many sizes as it has no strides</source>
        <translation>它的 pickle 给出的张量大小与步长个数不符</translation>
    </message>
    <message>
        <source>its pickle gives a tensor no sensible shape</source>
        <translation>它的 pickle 给出的张量形状不合理</translation>
    </message>
    <message>
        <source>its pickle has an unknown protocol</source>
        <translation>它的 pickle 使用了未知的协议</translation>
    </message>
    <message>
        <source>its pickle holds the unknown opcode %1</source>
        <translation>它的 pickle 含有未知的操作码 %1</translation>
    </message>
    <message>
        <source>its pickle is nested too deeply</source>
        <translation>它的 pickle 嵌套过深</translation>
    </message>
    <message>
        <source>its pickle lacks a mark</source>
        <translation>它的 pickle 缺少标记</translation>
    </message>
    <message>
        <source>its pickle makes a dictionary of something else than pairs</source>
        <translation>它的 pickle 用不成对的内容构造字典</translation>
    </message>
    <message>
        <source>its pickle makes a parameter of something that is no tensor</source>
        <translation>它的 pickle 用不是张量的东西构造参数</translation>
    </message>
    <message>
        <source>its pickle makes a size of nothing</source>
        <translation>它的 pickle 凭空构造大小</translation>
    </message>
    <message>
        <source>its pickle names no global</source>
        <translation>它的 pickle 没有给出全局名称</translation>
    </message>
    <message>
        <source>its pickle rebuilds a tensor from nothing</source>
        <translation>它的 pickle 凭空重建张量</translation>
    </message>
    <message>
        <source>its pickle recalls something it never stored</source>
        <translation>它的 pickle 取用了从未存入的内容</translation>
    </message>
    <message>
        <source>its pickle refers to something that is no storage</source>
        <translation>它的 pickle 引用了不是存储的东西</translation>
    </message>
    <message>
        <source>its pickle remembers too much, or nothing</source>
        <translation>它的 pickle 记住的内容过多，或没有内容</translation>
    </message>
    <message>
        <source>its pickle sets a key without a value</source>
        <translation>它的 pickle 设置了没有值的键</translation>
    </message>
    <message>
        <source>its pickle takes more from the stack than it put there</source>
        <translation>它的 pickle 从栈中取出的比放入的多</translation>
    </message>
    <message>
        <source>its pickle uses opcode %1, which no state_dict needs</source>
        <translation>它的 pickle 使用了 state_dict 不需要的操作码 %1</translation>
    </message>
    <message>
        <source>its storage %1 is missing</source>
        <translation>它的存储 %1 缺失</translation>
    </message>
    <message>
        <source>its tensors belong to no network known here: %1</source>
        <translation>它的张量不属于本程序认识的任何网络：%1</translation>
    </message>
    <message>
        <source>its tensors together are far larger than the file</source>
        <translation>它的张量加起来远大于文件</translation>
    </message>
    <message>
        <source>its zip directory breaks off at entry %1</source>
        <translation>它的 zip 目录在条目 %1 处中断</translation>
    </message>
    <message>
        <source>its zip directory claims %1 entries</source>
        <translation>它的 zip 目录声称有 %1 个条目</translation>
    </message>
    <message>
        <source>its zip directory, which is at the end, is missing</source>
        <translation>它末尾的 zip 目录缺失</translation>
    </message>
    <message>
        <source>merge it with its base by merge_and_unload() and save the whole network</source>
        <translation>请用 merge_and_unload() 与基础网络合并，再保存整个网络</translation>
    </message>
    <message>
        <source>merge it with merge_and_unload() and save the whole network</source>
        <translation>请用 merge_and_unload() 合并，再保存整个网络</translation>
    </message>
    <message>
        <source>needs more memory than there is</source>
        <translation>需要的内存超过现有内存</translation>
    </message>
    <message>
        <source>no such family of networks</source>
        <translation>没有这个网络家族</translation>
    </message>
    <message>
        <source>of the tensors that make this network %1; get the file again, or the config.json that belongs to it</source>
        <translation>构成这个网络的张量中，%1；请重新获取该文件，或属于它的 config.json</translation>
    </message>
    <message>
        <source>only raw attention of one query has heads to lay over each other; ask attention instead</source>
        <translation>只有单个查询的原始注意力才有可叠加的注意力头；请改用注意力</translation>
    </message>
    <message>
        <source>pack it with deflate or not at all</source>
        <translation>请用 deflate 压缩或不压缩</translation>
    </message>
    <message>
        <source>passes over its pixels in %1 scans, which would take very long</source>
        <translation>要用 %1 遍扫描像素，会非常耗时</translation>
    </message>
    <message>
        <source>processors do not compute in fp16; choose fp32, or bf16 where it is there</source>
        <translation>处理器不以 fp16 计算；请选择 fp32，或在支持时选择 bf16</translation>
    </message>
    <message>
        <source>relative positions are those of patches after one class token</source>
        <translation>相对位置只适用于一个类别令牌之后的图块</translation>
    </message>
    <message>
        <source>save it again as F32, F16 or BF16</source>
        <translation>请另存为 F32、F16 或 BF16</translation>
    </message>
    <message>
        <source>save it again on another</source>
        <translation>请在其他机器上重新保存</translation>
    </message>
    <message>
        <source>save it again with a newer PyTorch</source>
        <translation>请用较新的 PyTorch 重新保存</translation>
    </message>
    <message>
        <source>save it with torch.save or as .safetensors</source>
        <translation>请用 torch.save 保存，或存为 .safetensors</translation>
    </message>
    <message>
        <source>save its arrays as float32 with numpy.savez</source>
        <translation>请用 numpy.savez 把数组保存为 float32</translation>
    </message>
    <message>
        <source>save only model.state_dict(), or get the network as .safetensors</source>
        <translation>请只保存 model.state_dict()，或获取 .safetensors 格式的网络</translation>
    </message>
    <message>
        <source>states its height after the pixels, which no common program reads</source>
        <translation>在像素之后才给出高度，常见的程序都不读取</translation>
    </message>
    <message>
        <source>storage %1 claims %2 values</source>
        <translation>存储 %1 声称有 %2 个值</translation>
    </message>
    <message>
        <source>storage %1 reaches outside the one it is a part of</source>
        <translation>存储 %1 超出了它所属的存储</translation>
    </message>
    <message>
        <source>tensor %1 does not hold floating-point values</source>
        <translation>张量 %1 不是浮点数</translation>
    </message>
    <message>
        <source>tensor %1 ends before it begins</source>
        <translation>张量 %1 的末尾在开头之前</translation>
    </message>
    <message>
        <source>tensor %1 has an unexpected field %2</source>
        <translation>张量 %1 含有意外的字段 %2</translation>
    </message>
    <message>
        <source>tensor %1 has more than %2 axes</source>
        <translation>张量 %1 的维数超过 %2</translation>
    </message>
    <message>
        <source>tensor %1 has the type %2</source>
        <translation>张量 %1 的类型是 %2</translation>
    </message>
    <message>
        <source>tensor %1 has the unknown type %2</source>
        <translation>张量 %1 的类型 %2 未知</translation>
    </message>
    <message>
        <source>tensor %1 holds values that are infinite or not a number; the file is damaged</source>
        <translation>张量 %1 含有无穷大或非数值；该文件已损坏</translation>
    </message>
    <message>
        <source>tensor %1 lacks its type, shape or offsets</source>
        <translation>张量 %1 缺少类型、形状或偏移</translation>
    </message>
    <message>
        <source>tensor %1 of shape %2 and type %3 does not fill its %4 bytes</source>
        <translation>形状为 %2、类型为 %3 的张量 %1 与它的 %4 字节不符</translation>
    </message>
    <message>
        <source>tensor %1 of shape %2 reaches outside its storage of %3 values</source>
        <translation>形状为 %2 的张量 %1 超出了它有 %3 个值的存储</translation>
    </message>
    <message>
        <source>tensor %1 reaches to byte %2 of %3 bytes of data</source>
        <translation>张量 %1 到达第 %2 字节，而数据只有 %3 字节</translation>
    </message>
    <message>
        <source>tensors %1 and %2 overlap</source>
        <translation>张量 %1 与 %2 重叠</translation>
    </message>
    <message>
        <source>the channels of a stage do not divide into 32 groups</source>
        <translation>某个阶段的通道不能分成 32 组</translation>
    </message>
    <message>
        <source>the channels of the stem do not divide into 32 groups</source>
        <translation>主干起始部分的通道不能分成 32 组</translation>
    </message>
    <message>
        <source>the checksum of entry %1 is wrong</source>
        <translation>条目 %1 的校验和不符</translation>
    </message>
    <message>
        <source>the frames of %1 differ in size; export a folder</source>
        <translation>%1 的各帧大小不同；请导出到文件夹</translation>
    </message>
    <message>
        <source>the grid of the positions is not known; give the image size</source>
        <translation>位置的网格未知；请给出图像尺寸</translation>
    </message>
    <message>
        <source>the head reads a probe, but the network has none</source>
        <translation>分类头读取探针，但网络没有探针</translation>
    </message>
    <message>
        <source>the head reads the class token, but the network has none</source>
        <translation>分类头读取类别令牌，但网络没有类别令牌</translation>
    </message>
    <message>
        <source>the heads of stage %1 do not divide its width</source>
        <translation>第 %1 阶段的头数不能整除它的宽度</translation>
    </message>
    <message>
        <source>the index of %1 does not name its files of weights; choose another model, or tell its owner</source>
        <translation>%1 的索引没有列出权重文件；请选择其他模型，或告知其所有者</translation>
    </message>
    <message>
        <source>the input tensor holds values that are not finite; save it again without them</source>
        <translation>输入张量含有非有限值；请去除后重新保存</translation>
    </message>
    <message>
        <source>the input tensor is not of the shape [1, %1, height, width]; save it in that shape</source>
        <translation>输入张量的形状不是 [1, %1, 高, 宽]；请按此形状保存</translation>
    </message>
    <message>
        <source>the network&apos;s answer is not a number: its values overflow; use --precision fp32, or check its weights</source>
        <translation>网络的结果不是数值：数值溢出；请使用 fp32 精度，或检查权重</translation>
    </message>
    <message>
        <source>the network&apos;s input must be pictures of shape [B, %1, H, W]</source>
        <translation>网络的输入必须是形状为 [B, %1, H, W] 的图片</translation>
    </message>
    <message>
        <source>the numbers of stages and of their channels differ</source>
        <translation>阶段数与其通道数的个数不同</translation>
    </message>
    <message>
        <source>the numbers of stages of blocks and of heads differ</source>
        <translation>模块的阶段数与头的阶段数不同</translation>
    </message>
    <message>
        <source>the patch is not a multiple of the stem&apos;s stride</source>
        <translation>图块不是起始部分步长的倍数</translation>
    </message>
    <message>
        <source>the picture could not be encoded as PNG; try a smaller one</source>
        <translation>图片无法编码为 PNG；请换小一些的</translation>
    </message>
    <message>
        <source>the preprocessing profile &quot;%1&quot; has sizes outside 1 … 16384, a crop of more than 8192 × 8192 pixels or a standard deviation that is not positive; correct it</source>
        <translation>预处理设置“%1”中有超出 1 … 16384 的尺寸、大于 8192 × 8192 像素的裁剪，或不为正的标准差；请改正</translation>
    </message>
    <message>
        <source>the storage of tensor %1 is missing</source>
        <translation>张量 %1 的存储缺失</translation>
    </message>
    <message>
        <source>there are no frames to write to %1; choose more layers</source>
        <translation>没有可写入 %1 的帧；请选择更多层</translation>
    </message>
    <message>
        <source>there is no picture to prepare; open one first</source>
        <translation>没有可处理的图片；请先打开一张</translation>
    </message>
    <message>
        <source>there is no profile called %1; take one of %2, or a .json file</source>
        <translation>没有名为 %1 的预处理设置；请选用 %2 之一，或 .json 文件</translation>
    </message>
    <message>
        <source>these colours have no scale to draw a figure of; write .png instead</source>
        <translation>这些颜色没有可绘制的标度；请改写为 .png</translation>
    </message>
    <message>
        <source>this processor has no bfloat16 instructions; choose fp32</source>
        <translation>这个处理器没有 bfloat16 指令；请选择 fp32</translation>
    </message>
    <message>
        <source>two heads need a class and a distillation token</source>
        <translation>两个分类头需要类别令牌和蒸馏令牌</translation>
    </message>
    <message>
        <source>unpack it and give the file inside</source>
        <translation>请解压并给出其中的文件</translation>
    </message>
    <message>
        <source>%1 cannot be opened: its pickle asks for %2, which is code and not a tensor; nothing of it was run; %3</source>
        <translation>无法打开 %1：它的 pickle 要求 %2，这是代码而不是张量；没有运行其中任何内容；%3</translation>
    </message>
    <message>
        <source>%1 does not fit together: %2; get the file again from where it came</source>
        <translation>%1 的各部分不相符：%2；请从原处重新获取该文件</translation>
    </message>
    <message>
        <source>does not fit together: %1; get the file again from where it came</source>
        <translation>各部分不相符：%1；请从原处重新获取该文件</translation>
    </message>
    <message>
        <source>not enough memory: %1</source>
        <translation>内存不足：%1</translation>
    </message>
    <message>
        <source>a file was cut short while it was read, or its disk failed; load it again</source>
        <translation>文件在读取时被截短，或磁盘出错；请重新打开</translation>
    </message>
    <message>
        <source>an unknown failure</source>
        <translation>未知的故障</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>请关闭其他程序</translation>
    </message>
    <message>
        <source>close other programs, or take a smaller picture or model</source>
        <translation>请关闭其他程序，或使用较小的图片或模型</translation>
    </message>
    <message>
        <source>take a smaller --image-size or model, or give it more with --memory</source>
        <translation>请使用较小的图像尺寸或模型</translation>
    </message>
    <message>
        <source>take another method or a smaller --image-size, or give it more with --memory</source>
        <translation>请使用其他方法或较小的图像尺寸</translation>
    </message>
    <message>
        <source>make it smaller first</source>
        <translation>请先缩小</translation>
    </message>
    <message>
        <source>the default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>analysed by another model: analyse it again</source>
        <translation>由另一个模型分析过：请重新分析</translation>
    </message>
    <message>
        <source>it is defined for Vision Transformers</source>
        <translation>它只对视觉 Transformer 有定义</translation>
    </message>
    <message>
        <source>it knows plain blocks only, not gated MLPs or other norms</source>
        <translation>它只支持普通的模块，不支持门控 MLP 或其他归一化</translation>
    </message>
    <message>
        <source>it does not know rotary and relative positions</source>
        <translation>它不支持旋转位置和相对位置</translation>
    </message>
    <message>
        <source>it does not know what this network&apos;s head reads</source>
        <translation>它不知道这个网络的分类头读取什么</translation>
    </message>
    <message>
        <source>Convolutions need every cell, so patches cannot be dropped; hide them with mean or zero.</source>
        <translation>卷积需要每个格子，因此不能去除图块；请用均值或零来遮挡。</translation>
    </message>
    <message>
        <source>Swin&apos;s windows need every cell, so patches cannot be dropped from its sequence; hide them with mean or zero.</source>
        <translation>Swin 的窗口需要每个格子，因此不能从序列中去除图块；请用均值或零来遮挡。</translation>
    </message>
    <message>
        <source>This network&apos;s head reads the mean of all patches, so patches cannot be dropped; hide them with mean or zero.</source>
        <translation>这个网络的分类头读取所有图块的均值，因此不能去除图块；请用均值或零来遮挡。</translation>
    </message>
    <message>
        <source>it is a PEFT adapter (%1) of the network %2</source>
        <translation>它是网络 %2 的 PEFT 适配器（%1）</translation>
    </message>
    <message>
        <source>ViT, DeiT, DINO, CLIP, SigLIP, BEiT, EVA-02, CaiT, hybrid, Swin, ResNet and BiT networks can be</source>
        <translation>可以打开 ViT、DeiT、DINO、CLIP、SigLIP、BEiT、EVA-02、CaiT、混合、Swin、ResNet 和 BiT 网络</translation>
    </message>
    <message>
        <source>%1 must be %2, not %3; correct it or move the file away</source>
        <translation>%1 应为%2，而不是 %3；请改正，或移走该文件</translation>
    </message>
    <message>
        <source>%1 must be %2, not %3</source>
        <translation>%1 应为%2，而不是 %3</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>三个数</translation>
    </message>
    <message>
        <source>three numbers above 0</source>
        <translation>三个大于 0 的数</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>大于 0 的数</translation>
    </message>
    <message>
        <source>a number from 0.1 to 2</source>
        <translation>0.1 到 2 之间的数</translation>
    </message>
    <message>
        <source>a number of patches</source>
        <translation>图块的个数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 以及另外 %2 个</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>the limit of %1 megapixels</source>
        <translation>%1 百万像素的上限</translation>
    </message>
    <message>
        <source>%1 is missing (%2), and %3</source>
        <translation>缺少 %1 个（%2），%3</translation>
    </message>
    <message>
        <source>%1 are missing (%2), and %3</source>
        <translation>缺少 %1 个（%2），%3</translation>
    </message>
    <message>
        <source>%1 is misshapen (%2), and %3</source>
        <translation>%1 个形状不符（%2），%3</translation>
    </message>
    <message>
        <source>%1 are misshapen (%2), and %3</source>
        <translation>%1 个形状不符（%2），%3</translation>
    </message>
    <message>
        <source>%1 is missing (%2)</source>
        <translation>缺少 %1 个（%2）</translation>
    </message>
    <message>
        <source>%1 are missing (%2)</source>
        <translation>缺少 %1 个（%2）</translation>
    </message>
    <message>
        <source>%1 is misshapen (%2)</source>
        <translation>%1 个形状不符（%2）</translation>
    </message>
    <message>
        <source>%1 are misshapen (%2)</source>
        <translation>%1 个形状不符（%2）</translation>
    </message>
    <message>
        <source>%1 is left over (%2)</source>
        <translation>多出 %1 个（%2）</translation>
    </message>
    <message>
        <source>%1 are left over (%2)</source>
        <translation>多出 %1 个（%2）</translation>
    </message>
    <message>
        <source>%1 is %2 instead of %3</source>
        <translation>%1 是 %2 而不是 %3</translation>
    </message>
    <message>
        <source>%1 holds no network below the prefix %2; it holds %3; choose one with --prefix</source>
        <translation>%1 在前缀 %2 下没有网络；它包含 %3；请在此处选择一个前缀</translation>
    </message>
    <message>
        <source>%1 holds %2 networks, below %3; choose one with --prefix</source>
        <translation>%1 包含 %2 个网络，前缀为 %3；请在此处选择一个前缀</translation>
    </message>
    <message>
        <source>it holds no tensors</source>
        <translation>它不含张量</translation>
    </message>
    <message>
        <source>, which is not read</source>
        <translation>，本程序不读取</translation>
    </message>
    <message>
        <source>a file is in the way</source>
        <translation>有同名文件挡住了</translation>
    </message>
    <message>
        <source>; get it with: patchlight-cli models get %1 (or add --download)</source>
        <translation>；可在模型框中下载 %1</translation>
    </message>
    <message>
        <source>a Swin Transformer V2 in timm&apos;s first writing (swinv2_cr)</source>
        <translation>timm 最初写法的 Swin Transformer V2（swinv2_cr）</translation>
    </message>
    <message>
        <source>a CLIP whose pictures go through a ResNet with attention pooling</source>
        <translation>图片经过带注意力池化的 ResNet 的 CLIP</translation>
    </message>
    <message>
        <source>a SigLIP in big_vision&apos;s arrays; Hugging Face has the same weights</source>
        <translation>big_vision 数组格式的 SigLIP；Hugging Face 有相同的权重</translation>
    </message>
    <message>
        <source>a ViTDet or Segment Anything encoder (decomposed relative positions)</source>
        <translation>ViTDet 或 Segment Anything 编码器（分解的相对位置）</translation>
    </message>
    <message>
        <source>a ConvNeXt, which has no attention</source>
        <translation>没有注意力的 ConvNeXt</translation>
    </message>
    <message>
        <source>a BERT, a network for text</source>
        <translation>BERT，一种文本网络</translation>
    </message>
    <message>
        <source>a GPT, a network for text</source>
        <translation>GPT，一种文本网络</translation>
    </message>
    <message>
        <source>a network for text</source>
        <translation>文本网络</translation>
    </message>
    <message>
        <source>is no network known here (%1)</source>
        <translation>不是本程序认识的网络（%1）</translation>
    </message>
    <message>
        <source>%1 and is not computed here</source>
        <translation>%1，本程序不计算</translation>
    </message>
    <message>
        <source>is not computed here</source>
        <translation>本程序不计算</translation>
    </message>
    <message>
        <source>is a plain Vision Transformer</source>
        <translation>是普通的视觉 Transformer</translation>
    </message>
    <message>
        <source>puts its norms behind attention and MLP</source>
        <translation>把归一化放在注意力和 MLP 之后</translation>
    </message>
    <message>
        <source>runs attention and MLP side by side</source>
        <translation>并行计算注意力和 MLP</translation>
    </message>
    <message>
        <source>has differential attention</source>
        <translation>使用差分注意力</translation>
    </message>
    <message>
        <source>has root mean square norms</source>
        <translation>使用均方根归一化</translation>
    </message>
    <message>
        <source>has rotary positions</source>
        <translation>使用旋转位置</translation>
    </message>
    <message>
        <source>has relative positions</source>
        <translation>使用相对位置</translation>
    </message>
    <message>
        <source>has decomposed relative positions and windows</source>
        <translation>使用分解的相对位置和窗口</translation>
    </message>
    <message>
        <source>is a Swin Transformer V2 of another code base</source>
        <translation>是其他代码库的 Swin Transformer V2</translation>
    </message>
    <message>
        <source>takes pictures of any shape (NaFlex)</source>
        <translation>接受任意形状的图片（NaFlex）</translation>
    </message>
    <message>
        <source>pools by attention before its head</source>
        <translation>在分类头之前用注意力池化</translation>
    </message>
    <message>
        <source>has a convolutional stem of another kind</source>
        <translation>使用另一种卷积起始部分</translation>
    </message>
    <message>
        <source>the patch size</source>
        <translation>图块边长</translation>
    </message>
    <message>
        <source>the width of the MLP</source>
        <translation>MLP 的宽度</translation>
    </message>
    <message>
        <source>the number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>the channels of a picture</source>
        <translation>图片的通道数</translation>
    </message>
    <message>
        <source>the number of registers</source>
        <translation>寄存器令牌数</translation>
    </message>
    <message>
        <source>the width before the head</source>
        <translation>分类头之前的宽度</translation>
    </message>
    <message>
        <source>the width of the projection</source>
        <translation>投影的宽度</translation>
    </message>
    <message>
        <source>the width of the pooling&apos;s MLP</source>
        <translation>池化 MLP 的宽度</translation>
    </message>
    <message>
        <source>the blocks of class attention</source>
        <translation>类别注意力的模块数</translation>
    </message>
    <message>
        <source>the rows of the position grid</source>
        <translation>位置网格的行数</translation>
    </message>
    <message>
        <source>the columns of the position grid</source>
        <translation>位置网格的列数</translation>
    </message>
    <message>
        <source>the number of blocks</source>
        <translation>模块数</translation>
    </message>
    <message>
        <source>the number of heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>the number of stages</source>
        <translation>阶段数</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>这不是文件夹</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入输出错误</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>the driver shows no CUDA device, or this LibTorch was built without CUDA</source>
        <translation>驱动没有报告 CUDA 设备，或这个 LibTorch 不带 CUDA</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is named %2, whose %3 heads are for a width of %4, and its own width is %5; give its heads with --heads</source>
        <translation>%1 名为 %2，该名称的 %3 个注意力头对应宽度 %4，而它自己的宽度是 %5；请在此处填写注意力头数</translation>
    </message>
    <message>
        <source>Attribution shares out a whole, and of a likeness, which no length changes, there is none; use relevancy.</source>
        <translation>归因（Attribution）是分配一个整体，而相似度不随长度变化，没有可分配的整体；请使用 Relevancy。</translation>
    </message>
    <message>
        <source>The embedding of the picture to be like is zero, so nothing is like it.</source>
        <translation>要比较的图片的嵌入为零，因此没有什么与它相似。</translation>
    </message>
    <message>
        <source>The picture to be like has an embedding of %1 numbers, and this one %2; both must come from one network.</source>
        <translation>要比较的图片的嵌入有 %1 个数，而这一张有 %2 个；两者必须来自同一个网络。</translation>
    </message>
    <message>
        <source>There is no component %1: those of the embedding are 0 to %2.</source>
        <translation>没有分量 %1：嵌入的分量为 0 到 %2。</translation>
    </message>
    <message>
        <source>This network has classes, so a class is explained and not an embedding; name one as the target.</source>
        <translation>这个网络有类别，因此解释的是类别而不是嵌入；请指定一个类别作为目标。</translation>
    </message>
    <message>
        <source>This network has no classes; what is explained is a number of its embedding: its norm, one component, or how alike it is to another picture&apos;s.</source>
        <translation>这个网络没有类别；所解释的是其嵌入的一个数：范数、某个分量，或与另一张图片嵌入的相似度。</translation>
    </message>
    <message>
        <source>is damaged: %1</source>
        <translation>已损坏：%1</translation>
    </message>
    <message>
        <source>is truncated: the end of its first frame is missing</source>
        <translation>被截断：第一帧的结尾缺失</translation>
    </message>
    <message>
        <source>it has no data.pkl</source>
        <translation>其中没有 data.pkl</translation>
    </message>
    <message>
        <source>bands &quot;%1&quot; are not one number such as 3, nor three such as 3,2,1</source>
        <translation>波段“%1”既不是 3 这样的一个数，也不是 3,2,1 这样的三个数</translation>
    </message>
    <message>
        <source>bands are chosen of networks of more than three channels; leave --bands out</source>
        <translation>只有多于三个通道的网络才能选择波段；请撤销此更正</translation>
    </message>
    <message>
        <source>cannot open %1: it has %2 bands, and the network reads %3; give it those</source>
        <translation>无法打开 %1：它有 %2 个波段，而网络读取 %3 个；请提供网络所需的波段</translation>
    </message>
    <message>
        <source>cannot open %1: it has %2 bands, which are read by a network of as many channels; give this one a picture of three</source>
        <translation>无法打开 %1：它有 %2 个波段，只有通道数相同的网络才能读取；请给此网络三通道的图片</translation>
    </message>
    <message>
        <source>cannot open %1: it is damaged, or coded in a way that is not supported; fetch or save it again</source>
        <translation>无法打开 %1：文件已损坏，或采用了不支持的编码；请重新获取或另存</translation>
    </message>
    <message>
        <source>the network reads %1 channels, which a picture has not; give them as bands of a TIFF, or as an .npy of [1, %2, height, width]</source>
        <translation>网络读取 %1 个通道，而图片没有这么多；请提供多波段 TIFF，或形状为 [1, %2, 高, 宽] 的 .npy</translation>
    </message>
    <message>
        <source>there is no band %1: those of the network are 0 to %2; name others with --bands</source>
        <translation>没有波段 %1：网络的波段为 0 到 %2；请指定其他波段</translation>
    </message>
    <message>
        <source>its colour profile is not used: %1</source>
        <translation>未使用其颜色配置文件：%1</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>%1 is for other colours than red, green and blue</source>
        <translation>%1 不适用于红、绿、蓝颜色</translation>
    </message>
    <message>
        <source>%1 says too little</source>
        <translation>%1 提供的信息不足</translation>
    </message>
    <message>
        <source>it is an animation; its first frame is taken</source>
        <translation>这是动画；取其第一帧</translation>
    </message>
    <message>
        <source>its 16-bit values use %1 bits and are stretched to all of them</source>
        <translation>其 16 位数值只用了 %1 位，已拉伸到整个范围</translation>
    </message>
    <message>
        <source>of its three channels the network reads the first</source>
        <translation>网络只读取其三个通道中的第一个</translation>
    </message>
    <message>
        <source>its 16-bit bands are reduced to 8 bits</source>
        <translation>其 16 位波段已降为 8 位</translation>
    </message>
    <message>
        <source>nothing states the mean and std of its bands after the third; those of the first three, averaged, are taken</source>
        <translation>没有说明第三个以后各波段的均值与标准差；取前三个的平均值</translation>
    </message>
    <message>
        <source>it is partly transparent; transparency is left out, and the colours that it hid are seen</source>
        <translation>图片有透明部分；透明度被略去，被它遮住的颜色会显示出来</translation>
    </message>
    <message>
        <source>cannot open %1: it has no bands; save it again</source>
        <translation>无法打开 %1：没有波段；请重新保存</translation>
    </message>
    <message>
        <source>cannot open %1: it is damaged: a checksum does not hold; fetch or save it again</source>
        <translation>无法打开 %1：文件已损坏：校验和不符；请重新获取或另存</translation>
    </message>
    <message>
        <source>cannot open %1: it, or one tile of it, has more pixels than are read; make it smaller first</source>
        <translation>无法打开 %1：图片或其中一个分块的像素过多；请先缩小</translation>
    </message>
    <message>
        <source>cannot open %1: its %2 bands are more than the %3 that are read; give it those that the network reads</source>
        <translation>无法打开 %1：%2 个波段超过可读取的 %3 个；请只提供网络读取的波段</translation>
    </message>
    <message>
        <source>cannot open %1: its bands are no whole numbers, and nothing says what they reach to; give it as an .npy that is normalised</source>
        <translation>无法打开 %1：波段的值不是整数，且没有说明其取值范围；请改为提供已归一化的 .npy</translation>
    </message>
    <message>
        <source>cannot open %1: its bands are of a kind that is not read; give it as an .npy that is normalised</source>
        <translation>无法打开 %1：波段的值属于不支持的类型；请改为提供已归一化的 .npy</translation>
    </message>
    <message>
        <source>cannot open %1: its bands are turned by a tag; give it as an .npy that is normalised</source>
        <translation>无法打开 %1：波段被方向标签旋转；请改为提供已归一化的 .npy</translation>
    </message>
    <message>
        <source>cannot open %1: its bands have %2 bits, and 8 or 16 are read; give it as an .npy that is normalised</source>
        <translation>无法打开 %1：波段为 %2 位，而可读取的是 8 位或 16 位；请改为提供已归一化的 .npy</translation>
    </message>
    <message>
        <source>cannot open %1: its bands may be negative, and nothing says what they reach to; give it as an .npy that is normalised</source>
        <translation>无法打开 %1：波段的值可能为负，且没有说明其取值范围；请改为提供已归一化的 .npy</translation>
    </message>
    <message>
        <source>cannot open %1: its first page cannot be found; fetch or save it again</source>
        <translation>无法打开 %1：找不到第一页；请重新获取或另存</translation>
    </message>
    <message>
        <source>is truncated or damaged: parts of the picture lie past its end, or are too many or too few</source>
        <translation>不完整或已损坏：图片的某些部分超出文件末尾，或数量过多或过少</translation>
    </message>
    <message>
        <source>rotary positions need heads whose width divides by four, but it is %1; give the right number of heads</source>
        <translation>旋转位置要求头的宽度能被 4 整除，而它是 %1；请给出正确的头数</translation>
    </message>
    <message>
        <source>three numbers of at most a million</source>
        <translation>三个不超过一百万的数</translation>
    </message>
    <message>
        <source>three numbers from a millionth to a million</source>
        <translation>三个介于百万分之一与一百万之间的数</translation>
    </message>
    <message>
        <source>%1 is %2, which makes another network than plain LoRA does</source>
        <translation>%1 为 %2，这会构成与普通 LoRA 不同的网络</translation>
    </message>
    <message>
        <source>%1: %2 does not belong to the weights of %3, %4; get the file that belongs to them</source>
        <translation>%1：%2 与 %3 的权重不符，%4；请取得与权重配套的文件</translation>
    </message>
    <message>
        <source>%1: %2 must be %3, not %4; correct it</source>
        <translation>%1：%2 应为%3，而不是 %4；请改正</translation>
    </message>
    <message>
        <source>true, false or a text</source>
        <translation>true、false 或文本</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a text or a list of texts</source>
        <translation>文本或文本列表</translation>
    </message>
    <message>
        <source>a whole number above 0</source>
        <translation>大于 0 的整数</translation>
    </message>
    <message>
        <source>a whole number or a list of them</source>
        <translation>整数或整数列表</translation>
    </message>
    <message>
        <source>a number from 0 to a million</source>
        <translation>0 到一百万之间的数</translation>
    </message>
    <message>
        <source>an object of whole numbers above 0</source>
        <translation>值为大于 0 的整数的对象</translation>
    </message>
    <message>
        <source>an object of numbers from 0 to a million</source>
        <translation>值为 0 到一百万之间的数的对象</translation>
    </message>
    <message>
        <source>&quot;none&quot;, &quot;all&quot; or &quot;lora_only&quot;</source>
        <translation>&quot;none&quot;、&quot;all&quot; 或 &quot;lora_only&quot;</translation>
    </message>
    <message>
        <source>which it does not name</source>
        <translation>它没有列出该模块</translation>
    </message>
    <message>
        <source>which it names twice</source>
        <translation>它两次指定该模块</translation>
    </message>
    <message>
        <source>whose rank is %1</source>
        <translation>其秩为 %1</translation>
    </message>
    <message>
        <source>%1 names class %2 twice; give each class one name</source>
        <translation>%1 两次指定类别 %2；请为每个类别只给一个名称</translation>
    </message>
    <message>
        <source>%1: %2 states pictures of %3 × %4 pixels, smaller than a patch of %5; correct it or give --image-size</source>
        <translation>%1：%2 声明图片为 %3 × %4 像素，小于边长 %5 的一个图块；请改正，或在此处填写尺寸</translation>
    </message>
    <message>
        <source>%1names class %2 again; give each class one name</source>
        <translation>%1再次指定类别 %2；请为每个类别只给一个名称</translation>
    </message>
    <message>
        <source>%1 names modules by the expression %2, which is not read</source>
        <translation>%1 用表达式 %2 指定模块，这里不能读取该表达式</translation>
    </message>
    <message>
        <source>its first bytes are those of no format of weights that is known here, whatever its name</source>
        <translation>无论文件叫什么名字，它开头的字节都不属于任何已知的权重格式</translation>
    </message>
    <message>
        <source>What this query attends to in layer %1 does not reach the class: the classifier does not read it. Ask an earlier layer, or without a query.</source>
        <translation>这个查询在第 %1 层关注的内容到不了类别：分类头不读取它。请查询更早的层，或不带查询地提问。</translation>
    </message>
    <message>
        <source>%1: %2 must be %3, not %4</source>
        <translation>%1：%2 应为%3，而不是 %4</translation>
    </message>
    <message>
        <source>No patch attends to the query in layer %1: there the class token alone attends; ask what it attends to.</source>
        <translation>第 %1 层没有图块关注查询：该层只有类别令牌参与注意；请查询类别令牌关注什么。</translation>
    </message>
    <message>
        <source>Nobody attends to the query in layer %1: there the patches alone are attended to; ask a patch.</source>
        <translation>第 %1 层没有令牌关注查询：该层只有图块受到关注；请查询图块。</translation>
    </message>
    <message>
        <source>The query attends to nothing in layer %1: there the class token alone attends; ask the class token.</source>
        <translation>查询在第 %1 层不关注任何内容：该层只有类别令牌参与注意；请查询类别令牌。</translation>
    </message>
    <message>
        <source>The query attends to nothing in layer %1: there the patches alone attend; ask the class token.</source>
        <translation>查询在第 %1 层不关注任何内容：该层只有图块参与注意；请查询类别令牌。</translation>
    </message>
    <message>
        <source>%1 asks for %2 pixels, which patches of %3 do not divide; the network gets %4</source>
        <translation>%1 要求 %2 像素，不能被边长 %3 的图块整除；网络得到 %4</translation>
    </message>
    <message>
        <source>%1 is none known here; what the file leaves open is assumed</source>
        <translation>%1 在此未知；文件未写明的部分按假定处理</translation>
    </message>
    <message>
        <source>%1 names %2 classes, but the head has %3; its names do not count, --class-names gives others</source>
        <translation>%1 列出 %2 个类别，但分类头有 %3 个；其中的名称不计入</translation>
    </message>
    <message>
        <source>%1 says too little of the preprocessing, so it is assumed</source>
        <translation>%1 对预处理说明太少，因此按假定处理</translation>
    </message>
    <message>
        <source>%1 states %2 %3, but the weights have %4, which count</source>
        <translation>%1 写明%3为 %2，但权重中为 %4，以权重为准</translation>
    </message>
    <message>
        <source>%1 states %2 classes, but the weights hold no head, so the embedding is explained; --head-file gives one</source>
        <translation>%1 写明 %2 个类别，但权重中没有分类头，因此解释的是嵌入</translation>
    </message>
    <message>
        <source>%1 states pictures of %2 pixels, but the positions were learned for %3; the network gets %4</source>
        <translation>%1 写明图片为 %2 像素，但位置是按 %3 学到的；网络得到 %4</translation>
    </message>
    <message>
        <source>%1 states pictures of %2 pixels, which patches of %3 do not divide; the last rows and columns are cut off, as the reference does, and the network gets %4</source>
        <translation>%1 写明图片为 %2 像素，不能被边长 %3 的图块整除；与参考实现一样裁掉最后的行和列，网络得到 %4</translation>
    </message>
    <message>
        <source>--base does not count: these weights are no adapter</source>
        <translation>基础网络不起作用：这些权重不是适配器</translation>
    </message>
    <message>
        <source>a PEFT adapter (LoRA, %1 tensors) was merged with its base %2</source>
        <translation>PEFT 适配器（LoRA，%1 个张量）已与其基础网络 %2 合并</translation>
    </message>
    <message>
        <source>adapter_config.json: %1 does not count here</source>
        <translation>adapter_config.json：%1 在此不起作用</translation>
    </message>
    <message>
        <source>adapter_config.json: &apos;fan_in_fan_out&apos; does not count for linear layers, as in PEFT</source>
        <translation>adapter_config.json：与 PEFT 中一样，&apos;fan_in_fan_out&apos; 对线性层不起作用</translation>
    </message>
    <message>
        <source>channels after the stem</source>
        <translation>起始部分之后的通道数</translation>
    </message>
    <message>
        <source>channels in stage %1</source>
        <translation>阶段 %1 的通道数</translation>
    </message>
    <message>
        <source>channels inside the MLP</source>
        <translation>内部通道数（MLP）</translation>
    </message>
    <message>
        <source>channels of a picture</source>
        <translation>图片的通道数</translation>
    </message>
    <message>
        <source>config.json: &apos;crop_mode&apos; %1 is not done; the centre is cropped</source>
        <translation>config.json：&apos;crop_mode&apos; %1 未实现；改为裁剪中央</translation>
    </message>
    <message>
        <source>config.json: &apos;id2label&apos; does not name the classes from 0 to %1 and does not count</source>
        <translation>config.json：&apos;id2label&apos; 没有列出从 0 到 %1 的类别，不计入</translation>
    </message>
    <message>
        <source>config.json: &apos;input_size&apos; is another than &apos;img_size&apos; and does not count</source>
        <translation>config.json：&apos;input_size&apos; 与 &apos;img_size&apos; 不同，不计入</translation>
    </message>
    <message>
        <source>config.json: &apos;interpolation&apos; %1 is no filter known here; bicubic is taken</source>
        <translation>config.json：&apos;interpolation&apos; %1 不是已知的插值方法；改用双三次插值</translation>
    </message>
    <message>
        <source>config.json: &apos;problem_type&apos; is none known here and does not count</source>
        <translation>config.json：&apos;problem_type&apos; 在此未知，不计入</translation>
    </message>
    <message>
        <source>config.json: model_args.%1 does not count here</source>
        <translation>config.json：model_args.%1 在此不起作用</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>is neither true nor false and does not count</source>
        <translation>既不是 true 也不是 false，不计入</translation>
    </message>
    <message>
        <source>is no filter known here</source>
        <translation>不是已知的插值方法</translation>
    </message>
    <message>
        <source>is not done</source>
        <translation>未实现</translation>
    </message>
    <message>
        <source>its 16-bit values use only %1 bits, so it is dark; --stretch makes them fill the range</source>
        <translation>其 16 位数值只用到 %1 位，因此偏暗</translation>
    </message>
    <message>
        <source>makes no sense here and does not count</source>
        <translation>在此没有意义，不计入</translation>
    </message>
    <message>
        <source>makes no sense here; the processor&apos;s own is taken</source>
        <translation>在此没有意义；采用该处理器自带的值</translation>
    </message>
    <message>
        <source>objects of %1 in the pickle were left alone</source>
        <translation>pickle 中 %1 的对象未予处理</translation>
    </message>
    <message>
        <source>open_clip_config.json: &apos;interpolation&apos; %1 is no filter known here; bicubic is taken</source>
        <translation>open_clip_config.json：&apos;interpolation&apos; %1 不是已知的插值方法；改用双三次插值</translation>
    </message>
    <message>
        <source>open_clip_config.json: &apos;resize_mode&apos; %1 is not done</source>
        <translation>open_clip_config.json：&apos;resize_mode&apos; %1 未实现</translation>
    </message>
    <message>
        <source>preprocessor_config.json: %1 %2</source>
        <translation>preprocessor_config.json：%1 %2</translation>
    </message>
    <message>
        <source>the averaged weights (EMA) are used, as timm does; --weights raw takes the others</source>
        <translation>与 timm 一样，使用平均后的权重（EMA）</translation>
    </message>
    <message>
        <source>the head is left out: it %1; attention, rollout and features remain</source>
        <translation>分类头被略去：它%1；注意力、Rollout 和特征仍可用</translation>
    </message>
    <message>
        <source>the head&apos;s activation is in no file; ReLU is assumed</source>
        <translation>没有文件写明分类头的激活函数；假定为 ReLU</translation>
    </message>
    <message>
        <source>the number of heads is in no file; %1 are assumed, and every number depends on it; --heads gives the right one</source>
        <translation>没有文件写明注意力头的数量；假定为 %1，所有数值都取决于它</translation>
    </message>
    <message>
        <source>the size of the windows is in no file; %1 is assumed, and every number depends on it; a config.json beside the weights gives the right one</source>
        <translation>没有文件写明窗口的大小；假定为 %1，所有数值都取决于它；权重旁的 config.json 可给出正确的值</translation>
    </message>
    <message>
        <source>its colours are converted from the profile %1 to sRGB; --no-icc leaves them</source>
        <translation>其颜色已从配置文件 %1 转换为 sRGB</translation>
    </message>
    <message>
        <source>its greys are converted from the profile %1 to sRGB; --no-icc leaves them</source>
        <translation>其灰度已从配置文件 %1 转换为 sRGB</translation>
    </message>
    <message>
        <source>reads another width than the network&apos;s</source>
        <translation>读取的宽度与网络的不同</translation>
    </message>
    <message>
        <source>normalises what no linear layer reads</source>
        <translation>归一化的内容没有线性层读取</translation>
    </message>
    <message>
        <source>is no linear layer</source>
        <translation>不是线性层</translation>
    </message>
    <message>
        <source>has %1 linear layers</source>
        <translation>有 %1 个线性层</translation>
    </message>
    <message>
        <source>has layers that do not fit together</source>
        <translation>含有互不相符的层</translation>
    </message>
    <message>
        <source>has more than one layer</source>
        <translation>不止一层</translation>
    </message>
    <message>
        <source>%1 answers about %2 without end; check HF_ENDPOINT</source>
        <translation>%1 对 %2 的回答没完没了；请检查 HF_ENDPOINT</translation>
    </message>
    <message>
        <source>%1 arrived with other bytes than the hub says (its hash is wrong), so nothing of it was kept; try again later, or check the proxy</source>
        <translation>收到的 %1 与 Hub 所说的内容不同（哈希值不符），因此一点也没有保留；请稍后再试，或检查代理</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2; check the connection (models on this computer stay usable)</source>
        <translation>无法连接 %1：%2；请检查网络连接（本机上的模型仍可使用）</translation>
    </message>
    <message>
        <source>%1 could not be had: %2 answered with status %3; check HF_ENDPOINT</source>
        <translation>无法获取 %1：%2 返回了状态 %3；请检查 HF_ENDPOINT</translation>
    </message>
    <message>
        <source>%1 could not be looked up: the answer is not the hub&apos;s; check HF_ENDPOINT and the proxy</source>
        <translation>无法查询 %1：得到的回答不是 Hub 的；请检查 HF_ENDPOINT 和代理</translation>
    </message>
    <message>
        <source>%1 does not say %2 of %3; check HF_ENDPOINT</source>
        <translation>%1 没有给出 %3 的%2；请检查 HF_ENDPOINT</translation>
    </message>
    <message>
        <source>%1 does not say where to find the bytes of %2; try again later</source>
        <translation>%1 没有给出 %2 的内容所在的地址；请稍后再试</translation>
    </message>
    <message>
        <source>%1 has had too many requests and asks to wait %2 s; try again then</source>
        <translation>%1 收到的请求过多，要求等待 %2 秒；请到时再试</translation>
    </message>
    <message>
        <source>%1 has had too many requests and asks to wait; try again then</source>
        <translation>%1 收到的请求过多，要求等待；请过一会儿再试</translation>
    </message>
    <message>
        <source>%1 has no revision %2 at %3; leave @… out for the newest</source>
        <translation>%3 上的 %1 没有版本 %2；去掉 @… 即为最新版本</translation>
    </message>
    <message>
        <source>%1 holds links to files that are not there; fetch it again with: patchlight-cli models get %2</source>
        <translation>%1 中的链接所指的文件不存在；请重新获取 %2</translation>
    </message>
    <message>
        <source>%1 is gated: accept its terms at %2/%3, then set HF_TOKEN to a token of your account there and try again</source>
        <translation>%1 需要许可：请在 %2/%3 接受其条款，再把 HF_TOKEN 设为您在那里的账户的令牌，然后重试</translation>
    </message>
    <message>
        <source>%1 is in trouble (status %2); try again in a few minutes</source>
        <translation>%1 出现故障（状态 %2）；请过几分钟再试</translation>
    </message>
    <message>
        <source>%1 is not as long as the hub says (%2 bytes), so nothing of it was kept; try again later, or check the proxy</source>
        <translation>%1 的长度与 Hub 所说的（%2 字节）不同，因此一点也没有保留；请稍后再试，或检查代理</translation>
    </message>
    <message>
        <source>%1 is not at %2, or is private; check how it is spelled, or set HF_TOKEN for a private model</source>
        <translation>%2 上没有 %1，或者它是私有的；请检查拼写，私有模型请设置 HF_TOKEN</translation>
    </message>
    <message>
        <source>%1 lacks a file at %2 that it lists; try again later</source>
        <translation>%2 上的 %1 缺少它列出的一个文件；请稍后再试</translation>
    </message>
    <message>
        <source>%1 needs %2, and the disk of %3 has %4 left; free some space, or set HF_HOME to a folder on a larger disk</source>
        <translation>%1 需要 %2，而 %3 所在的磁盘只剩 %4；请腾出空间，或把 HF_HOME 设为更大磁盘上的文件夹</translation>
    </message>
    <message>
        <source>%1 sends requests round in a circle; check HF_ENDPOINT</source>
        <translation>%1 让请求来回转圈；请检查 HF_ENDPOINT</translation>
    </message>
    <message>
        <source>%1 was refused by %2 (status %3); check that HF_TOKEN is valid and may read it</source>
        <translation>%2 拒绝提供 %1（状态 %3）；请检查 HF_TOKEN 是否有效、是否有权读取</translation>
    </message>
    <message>
        <source>A map of colours puts no patch before another, so there is no order to test; choose a map with a scale.</source>
        <translation>颜色热图不分图块的先后，因此没有可检验的顺序；请选择有刻度的热图。</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set, so nothing is asked of the network for %1; unset it, or use a model that is on this computer</source>
        <translation>已设置 HF_HUB_OFFLINE，因此不会为 %1 访问网络；请取消该设置，或使用本机上的模型</translation>
    </message>
    <message>
        <source>cannot write %1: %2; free some space, or set HF_HOME to a folder on a larger disk</source>
        <translation>无法写入 %1：%2；请腾出空间，或把 HF_HOME 设为更大磁盘上的文件夹</translation>
    </message>
    <message>
        <source>cannot write %1: %2; set HF_HOME to a folder that you may write</source>
        <translation>无法写入 %1：%2；请把 HF_HOME 设为您可以写入的文件夹</translation>
    </message>
    <message>
        <source>it closed the connection without an answer</source>
        <translation>对方没有回答就关闭了连接</translation>
    </message>
    <message>
        <source>it ended before all bytes had come</source>
        <translation>内容还没有传完就中断了</translation>
    </message>
    <message>
        <source>it has no owner</source>
        <translation>没有写所有者</translation>
    </message>
    <message>
        <source>its HTTP/2 could not be read</source>
        <translation>无法读取对方的 HTTP/2</translation>
    </message>
    <message>
        <source>its HTTP/2 stream was broken off</source>
        <translation>对方的 HTTP/2 数据流中断了</translation>
    </message>
    <message>
        <source>its address is malformed</source>
        <translation>地址的格式不对</translation>
    </message>
    <message>
        <source>its address is neither http nor https</source>
        <translation>地址既不是 http 也不是 https</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>对方的证书不受信任</translation>
    </message>
    <message>
        <source>its name could not be resolved</source>
        <translation>无法解析其主机名</translation>
    </message>
    <message>
        <source>no TLS cipher is shared with it</source>
        <translation>与对方没有共同的 TLS 加密方式</translation>
    </message>
    <message>
        <source>no TLS connection could be agreed on</source>
        <translation>无法建立 TLS 连接</translation>
    </message>
    <message>
        <source>no connection could be made</source>
        <translation>连接不上</translation>
    </message>
    <message>
        <source>owner and name are letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;</source>
        <translation>所有者和名称只能包含字母、数字、&apos;-&apos;、&apos;_&apos; 和 &apos;.&apos;</translation>
    </message>
    <message>
        <source>receiving failed</source>
        <translation>接收失败</translation>
    </message>
    <message>
        <source>sending failed</source>
        <translation>发送失败</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>得到的回答不是 HTTP</translation>
    </message>
    <message>
        <source>the connection to %1 broke: %2; try again, it goes on where it stopped</source>
        <translation>与 %1 的连接中断：%2；请重试，会从中断处继续</translation>
    </message>
    <message>
        <source>the name of the proxy could not be resolved</source>
        <translation>无法解析代理的主机名</translation>
    </message>
    <message>
        <source>the proxy refused</source>
        <translation>代理拒绝了请求</translation>
    </message>
    <message>
        <source>the search&apos;s answer is not the hub&apos;s; check HF_ENDPOINT and the proxy</source>
        <translation>搜索得到的回答不是 Hub 的；请检查 HF_ENDPOINT 和代理</translation>
    </message>
    <message>
        <source>the trusted certificates of this computer cannot be read</source>
        <translation>无法读取本机的受信任证书</translation>
    </message>
    <message>
        <source>there was not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>what follows the @ is no branch, tag or commit</source>
        <translation>@ 后面不是分支、标签或提交</translation>
    </message>
    <message>
        <source>no answer for %1 s</source>
        <translation>%1 秒内没有回答</translation>
    </message>
    <message>
        <source>%1, through the proxy %2</source>
        <translation>%1（经代理 %2）</translation>
    </message>
    <message>
        <source>libcurl says %1</source>
        <translation>libcurl 报告 %1</translation>
    </message>
    <message>
        <source>the ETag</source>
        <translation> ETag</translation>
    </message>
    <message>
        <source>the size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>where to find the bytes</source>
        <translation>内容所在的地址</translation>
    </message>
</context>
<context>
    <name>KeyCaps</name>
    <message>
        <source>Click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右键</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中键</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>MapValues</name>
    <message>
        <source>out of this query&apos;s sight</source>
        <translation>此查询看不到这里</translation>
    </message>
    <message>
        <source>rank %1 of %2</source>
        <translation>排名&#xa0;%1&#xa0;/&#xa0;%2</translation>
    </message>
    <message>
        <source>%1, attention %2, rank %3</source>
        <translation>%1，注意力 %2，排名 %3</translation>
    </message>
    <message>
        <source>%1, attention %2</source>
        <translation>%1，注意力 %2</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>AttnLRP</source>
        <translation>AttnLRP</translation>
    </message>
    <message>
        <source>Attention flow</source>
        <translation>注意力流</translation>
    </message>
    <message>
        <source>The most that attention, taken as pipes, can carry from each patch to the query; for any class. Seconds.</source>
        <translation>把注意力视为管道时，每个图块最多能流向查询的量；与类别无关。需数秒。</translation>
    </message>
    <message>
        <source>Grad-CAM++</source>
        <translation>Grad-CAM++</translation>
    </message>
    <message>
        <source>Grad-CAM with patches that raise the class weighing more; made for several objects of a class.</source>
        <translation>Grad-CAM 的变体：提升该类别的图块权重更大；适合同类多个物体。</translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <translation>LayerCAM</translation>
    </message>
    <message>
        <source>Every patch weighs its own channels by their gradient; finer than Grad-CAM in early blocks.</source>
        <translation>每个图块按梯度加权自己的通道；在较早的模块中比 Grad-CAM 更精细。</translation>
    </message>
    <message>
        <source>EigenCAM</source>
        <translation>EigenCAM</translation>
    </message>
    <message>
        <source>The strongest component of a block&apos;s channels; shows what stands out, whatever the class.</source>
        <translation>模块通道的最强主成分；显示突出之处，与类别无关。</translation>
    </message>
    <message>
        <source>ScoreCAM</source>
        <translation>ScoreCAM</translation>
    </message>
    <message>
        <source>Channels weighted by the class&apos;s logit when only what they light up is shown; one forward pass each.</source>
        <translation>按只显示各通道点亮部分时该类别的 logit 加权；每个通道一次前向计算。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>注意力 Rollout</translation>
    </message>
    <message>
        <source>Gradient rollout</source>
        <translation>梯度 Rollout</translation>
    </message>
    <message>
        <source>Relevancy</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Attention Grad-CAM</source>
        <translation>注意力 Grad-CAM</translation>
    </message>
    <message>
        <source>Rollout, as in vit-explain</source>
        <translation>Rollout（vit-explain 版）</translation>
    </message>
    <message>
        <source>Gradient rollout, as in vit-explain</source>
        <translation>梯度 Rollout（vit-explain 版）</translation>
    </message>
    <message>
        <source>Input × gradient</source>
        <translation>输入 × 梯度</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Centre prior</source>
        <translation>中心先验</translation>
    </message>
    <message>
        <source>Feature similarity</source>
        <translation>特征相似度</translation>
    </message>
    <message>
        <source>Feature colours</source>
        <translation>特征颜色</translation>
    </message>
    <message>
        <source>Feature norms</source>
        <translation>特征范数</translation>
    </message>
    <message>
        <source>Position similarity</source>
        <translation>位置相似度</translation>
    </message>
    <message>
        <source>Where the query token looks in one layer; bright patches have the largest weights of the softmax.</source>
        <translation>查询令牌在某一层看向何处；亮的图块在 softmax 中权重最大。</translation>
    </message>
    <message>
        <source>Attention followed through all layers back to the picture; says where information came from, for any class.</source>
        <translation>将注意力穿过所有层追溯回图片；说明信息来自何处，与类别无关。</translation>
    </message>
    <message>
        <source>Rollout through the attention that raises the class; bright patches speak for it.</source>
        <translation>只沿提升该类别的注意力做 Rollout；亮的图块支持该类别。</translation>
    </message>
    <message>
        <source>Channels of the last block weighted by their gradient; coarse, and it may light up far from the object.</source>
        <translation>最后一个模块的通道按其梯度加权；较粗糙，且可能在远离物体处发亮。</translation>
    </message>
    <message>
        <source>The last layer&apos;s attention, its heads weighted by their gradient; one layer only.</source>
        <translation>最后一层的注意力，各头按其梯度加权；仅一层。</translation>
    </message>
    <message>
        <source>The published code: entries dropped over the whole matrix, columns scaled; compare with Rollout.</source>
        <translation>按已发布的代码：在整个矩阵中丢弃条目并按列缩放；请与注意力 Rollout 比较。</translation>
    </message>
    <message>
        <source>The published code: each layer is paired with the gradient of its mirror image; compare with Gradient rollout.</source>
        <translation>按已发布的代码：每层与其镜像层的梯度配对；请与梯度 Rollout 比较。</translation>
    </message>
    <message>
        <source>Signed; all patches together add up to the logit&apos;s rise from a blank picture.</source>
        <translation>带符号；所有图块之和等于从空白图片起 logit 的增量。</translation>
    </message>
    <message>
        <source>Size of the gradient, averaged over noisy copies; where small changes move the class most.</source>
        <translation>梯度大小，在多个加噪副本上取平均；微小变化对该类别影响最大之处。</translation>
    </message>
    <message>
        <source>Carries no information; a method must beat it.</source>
        <translation>不含任何信息；方法必须胜过它。</translation>
    </message>
    <message>
        <source>Photographers centre their objects; a method should beat it.</source>
        <translation>拍摄者常把物体放在中央；方法应当胜过它。</translation>
    </message>
    <message>
        <source>How alike (cosine) the features of every patch are to the query&apos;s after one layer; 1 is the same direction.</source>
        <translation>某一层之后各图块的特征与查询特征的相似程度（余弦）；1 表示方向相同。</translation>
    </message>
    <message>
        <source>The three strongest components of the features as red, green and blue: patches of like colour are alike.</source>
        <translation>特征的三个最强主成分分别作为红、绿、蓝：颜色相近的图块彼此相似。</translation>
    </message>
    <message>
        <source>Length of every patch&apos;s features after one layer; patches above twice the median are ringed as sinks.</source>
        <translation>某一层之后各图块特征的长度；超过中位数两倍的图块作为汇聚点圈出。</translation>
    </message>
    <message>
        <source>How alike (cosine) the learned positions of the patches are to the query&apos;s; the picture plays no part.</source>
        <translation>各图块学到的位置与查询位置的相似程度（余弦）；与图片无关。</translation>
    </message>
    <message>
        <source>Weights say where a token looks, not what it takes from there: values may be small. One layer of many.</source>
        <translation>权重只说明令牌看向哪里，不说明它从那里取走什么：取到的值可能很小。这也只是众多层中的一层。</translation>
    </message>
    <message>
        <source>It is the same for every class, and the residual weight is a choice; maps of deep networks look alike.</source>
        <translation>它对每个类别都相同，残差权重也是人为选择；深层网络的热图看起来都差不多。</translation>
    </message>
    <message>
        <source>It follows positive evidence alone, so what speaks against the class is not seen. Queried at a patch, most of it lies on that patch itself.</source>
        <translation>它只追踪正面证据，因此看不到反对该类别的部分。查询图块时，大部分值落在该图块自身。</translation>
    </message>
    <message>
        <source>It depends on rules chosen for each operation; what speaks against the class is cut off.</source>
        <translation>它取决于为每种运算选定的规则；反对该类别的部分被截去。</translation>
    </message>
    <message>
        <source>After many layers patches have mixed: a bright patch is where the information lies by then, not where it came from.</source>
        <translation>经过许多层后图块已相互混合：亮的图块是信息此时所在之处，而不是信息的来源。</translation>
    </message>
    <message>
        <source>Gradients that vanish leave layers out, and negative ones are cut off.</source>
        <translation>梯度消失会漏掉一些层，负梯度则被截去。</translation>
    </message>
    <message>
        <source>One layer&apos;s attention: what came together in the layers before is not traced back.</source>
        <translation>只是一层的注意力：之前各层汇集的内容没有被追溯。</translation>
    </message>
    <message>
        <source>A bound of what could flow, not of what does; it knows no class.</source>
        <translation>它是可能流量的上限，而非实际流量；它不区分类别。</translation>
    </message>
    <message>
        <source>Kept for comparison with published figures; its columns are scaled, not its rows.</source>
        <translation>为与已发表的图对照而保留；它缩放的是列而不是行。</translation>
    </message>
    <message>
        <source>Kept for comparison with published figures; layers meet the gradients of other layers.</source>
        <translation>为与已发表的图对照而保留；各层配上了其他层的梯度。</translation>
    </message>
    <message>
        <source>Pooling attention</source>
        <translation>池化注意力</translation>
    </message>
    <message>
        <source>Where the head&apos;s learned query looks when it gathers the picture into one vector.</source>
        <translation>头部学到的查询在把图片汇成一个向量时看向哪里。</translation>
    </message>
    <message>
        <source>It shows the last step alone: by then each patch already knows of the others.</source>
        <translation>它只显示最后一步：此时每个图块已知道其他图块的内容。</translation>
    </message>
    <message>
        <source>Signs can cancel within a patch; the sum over all patches is what the rules keep.</source>
        <translation>同一图块内正负可能抵消；规则保持不变的是所有图块之和。</translation>
    </message>
    <message>
        <source>As with Grad-CAM: where the information lies in the last block, not where it came from.</source>
        <translation>与 Grad-CAM 相同：显示的是信息在最后一块中的位置，而不是其来源。</translation>
    </message>
    <message>
        <source>In early blocks it shows edges that any class could use.</source>
        <translation>在早期的模块中，它显示的是任何类别都可能用到的边缘。</translation>
    </message>
    <message>
        <source>It knows no class: what it lights up may speak for another one.</source>
        <translation>它不区分类别：亮起的部分可能支持的是另一个类别。</translation>
    </message>
    <message>
        <source>Pictures with most of their patches dark are unlike all that the network was trained on.</source>
        <translation>大部分图块变暗的图片与网络训练时见过的都不相像。</translation>
    </message>
    <message>
        <source>It is noisy from pixel to pixel, and zero where the picture has the mean colour.</source>
        <translation>它在像素间噪声很大，在图片为平均色处恒为零。</translation>
    </message>
    <message>
        <source>It hangs on the picture it starts from: patches of that colour get nothing.</source>
        <translation>它取决于起始图片：与其同色的图块得不到任何值。</translation>
    </message>
    <message>
        <source>It says where the class is sensitive, not whether a patch speaks for it or against it.</source>
        <translation>它说明类别对哪里敏感，而不说明图块是支持还是反对。</translation>
    </message>
    <message>
        <source>Patches that stand for one another hide each other: either can go without loss.</source>
        <translation>可相互替代的图块会彼此掩盖：去掉其中任一个都没有损失。</translation>
    </message>
    <message>
        <source>None of it means anything; two seeds differ.</source>
        <translation>它没有任何含义；换个种子结果就不同。</translation>
    </message>
    <message>
        <source>It has not seen the picture.</source>
        <translation>它没有看过图片。</translation>
    </message>
    <message>
        <source>Alike for the network need not be alike for the eye; late layers make all patches alike.</source>
        <translation>对网络相似未必对眼睛相似；后期的层会让所有图块都相似。</translation>
    </message>
    <message>
        <source>Colours are of this picture alone: the same colour in another picture means something else.</source>
        <translation>颜色只属于这张图片：另一张图片中的相同颜色含义不同。</translation>
    </message>
    <message>
        <source>A long vector is not an important patch: some networks park global information in quiet background.</source>
        <translation>向量长不等于图块重要：有些网络把全局信息存放在平淡的背景里。</translation>
    </message>
    <message>
        <source>Of what was learned, not of this picture.</source>
        <translation>它说明学到了什么，与这张图片无关。</translation>
    </message>
    <message>
        <source>How much the logit falls when the patch is hidden; measured, not estimated. Red: it falls, blue: it rises.</source>
        <translation>遮挡该图块时 logit 下降多少；是实测而非估计。红色：下降，蓝色：上升。</translation>
    </message>
    <message>
        <source>Attention weighted by its gradient, summed over layers; bright patches speak for the target.</source>
        <translation>注意力按其梯度加权并逐层累加；亮的图块支持目标。</translation>
    </message>
    <message>
        <source>Relevance passed back by rules made for attention; red speaks for the target, blue against it.</source>
        <translation>相关性按为注意力设计的规则回传；红色支持目标，蓝色反对。</translation>
    </message>
    <message>
        <source>Pixel times gradient, summed over each patch; red speaks for the target, blue against it.</source>
        <translation>像素乘以梯度，按图块求和；红色支持目标，蓝色反对。</translation>
    </message>
    <message>
        <source>Relevance passed back to the attention, weighted by its gradient, summed over layers; bright patches speak for the target.</source>
        <translation>回传到注意力的相关性，按注意力的梯度加权，并跨层求和；亮的图块支持目标。</translation>
    </message>
</context>
<context>
    <name>patchlight::CanvasArea</name>
    <message>
        <source>The model is looking at it…</source>
        <translation>模型正在观察……</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>This method explains the class as a whole; it has no query</source>
        <translation>此方法解释整个类别，没有查询</translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation>正在加载 %1…</translation>
    </message>
    <message>
        <source>entropy of the mean attention</source>
        <translation>平均注意力的熵</translation>
    </message>
    <message>
        <source>This shows all patches alike; it has no query</source>
        <translation>此视图对所有图块一视同仁，没有查询</translation>
    </message>
    <message>
        <source>map hidden (Space)</source>
        <translation>热图已隐藏（空格键）</translation>
    </message>
    <message>
        <source>This method explains the embedding as a whole; it has no query</source>
        <translation>此方法解释整个嵌入；没有查询</translation>
    </message>
    <message>
        <source>This method does not say who looks here</source>
        <translation>此方法无法回答谁在看这里</translation>
    </message>
    <message>
        <source>The layer whose map is shown ([ and ])</source>
        <translation>显示其热图的层（[&#xa0;和&#xa0;]）</translation>
    </message>
    <message>
        <source>This method does not say who looks here; these do</source>
        <translation>此方法无法回答谁在看这里；能回答的方法</translation>
    </message>
</context>
<context>
    <name>patchlight::CardColumn</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>patchlight::ChartMenu</name>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Numbers, CSV (*.csv)</source>
        <translation>数值，CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); choose another place or free some space.</source>
        <translation>无法写入 %1（%2）；请换一个位置或腾出空间。</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save the numbers…</source>
        <translation>保存数值…</translation>
    </message>
    <message>
        <source>A picture is on the clipboard: %1.</source>
        <translation>图片已复制到剪贴板：%1。</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard, as CSV: %1.</source>
        <translation>数值已以 CSV 格式复制到剪贴板：%1。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>patchlight::CollapsibleSection</name>
    <message>
        <source>A click folds it or opens it</source>
        <translation>点击可折叠或展开</translation>
    </message>
</context>
<context>
    <name>patchlight::ColourBarWidget</name>
    <message>
        <source>Colour bar</source>
        <translation>色条</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>patchlight::ColourMapPicker</name>
    <message>
        <source>Colour map</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>The colours of the map: %1</source>
        <translation>热图的颜色：%1</translation>
    </message>
</context>
<context>
    <name>patchlight::CompareView</name>
    <message>
        <source>Picture with the held map</source>
        <translation>带有保留热图的图片</translation>
    </message>
    <message>
        <source>This map is held; ask on the other side</source>
        <translation>这张热图已保留；请在另一侧提问</translation>
    </message>
    <message>
        <source>Rank correlation (Spearman, ρ) asks whether both maps order the patches alike, correlation (Pearson, r) whether their values rise and fall together. 1 is alike, 0 is unrelated.</source>
        <translation>秩相关（Spearman，ρ）看两张热图对图块的排序是否一致，相关系数（Pearson，r）看数值是否同升同降。1 为一致，0 为无关。</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>旁边显示</translation>
    </message>
    <message>
        <source>Held map</source>
        <translation>保留的热图</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>The held map becomes the one you change</source>
        <translation>保留的热图变为可更改的一张</translation>
    </message>
    <message>
        <source>Hold this</source>
        <translation>保留这张</translation>
    </message>
    <message>
        <source>Holds the map at the left instead</source>
        <translation>改为保留左侧的热图</translation>
    </message>
    <message>
        <source>These maps have different grids, so there is no number to compare them.</source>
        <translation>两张热图的网格不同，无法用数值比较。</translation>
    </message>
    <message>
        <source>rank correlation &lt;b&gt;%1&lt;/b&gt; &amp;nbsp; correlation &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>秩相关 &lt;b&gt;%1&lt;/b&gt; &amp;nbsp; 相关系数 &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>ρ &lt;b&gt;%1&lt;/b&gt; &amp;nbsp; r &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>ρ &lt;b&gt;%1&lt;/b&gt; &amp;nbsp; r &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>This map is held; now choose another method, layer, head or class.</source>
        <translation>已保留这张热图；请再选择另一种方法、层、注意力头或类别。</translation>
    </message>
    <message>
        <source>These maps are of two pictures, so there is no number to compare them.</source>
        <translation>这两张热图来自不同的图片，因此没有可比较的数值。</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Now choose another map.</source>
        <translation>现在选择另一张热图。</translation>
    </message>
    <message>
        <source>Beside the map: the one that is held, or what the map has more or less than it, each divided by the sum of its values</source>
        <translation>热图旁边：保留的热图，或此图比它多或少的部分（二者各除以自身数值的总和）</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>These models see different parts of the picture, so there is no number to compare their maps.</source>
        <translation>这两个模型看到的是图片的不同部分，因此没有可比较其热图的数值。</translation>
    </message>
    <message>
        <source>without the query itself</source>
        <translation>不含查询本身</translation>
    </message>
    <message>
        <source>Colours have no scale, so there is no number to compare these maps.</source>
        <translation>颜色没有刻度，因此没有数值可以比较这两幅热图。</translation>
    </message>
    <message>
        <source>left minus (%1), both scaled to sum 1 first</source>
        <translation>左图 −（%1），两图先各自缩放到总和为 1</translation>
    </message>
    <message>
        <source>left minus (%1), both scaled to sum 1 first, without the query itself</source>
        <translation>左图 −（%1），两图先各自缩放到总和为 1，不含查询本身</translation>
    </message>
</context>
<context>
    <name>patchlight::CurveChart</name>
    <message>
        <source>%1 % of the patches</source>
        <translation>%1 % 的图块</translation>
    </message>
    <message>
        <source>the head alone</source>
        <translation>仅分类头</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>patchlight::Devices</name>
    <message>
        <source>1 thread</source>
        <translation>1 个线程</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 个线程</translation>
    </message>
    <message>
        <source>Half the memory and nearly twice as fast; attention differs from fp32&apos;s by about 2 % in the last block, less before.</source>
        <translation>占用内存减半，速度接近两倍；最后一层的注意力与 fp32 相差约 2 %，之前各层更小。</translation>
    </message>
    <message>
        <source>Half the memory and faster; closer to fp32 than bf16, but large values overflow, which is told as an error.</source>
        <translation>占用内存减半，速度更快；比 bf16 更接近 fp32，但过大的值会溢出，此时会报错。</translation>
    </message>
    <message>
        <source>The numbers of the reference libraries, to float32&apos;s last digits.</source>
        <translation>与参考库的数值一致，精确到 float32 的末位。</translation>
    </message>
    <message>
        <source>CUDA device %1</source>
        <translation>CUDA 设备 %1</translation>
    </message>
</context>
<context>
    <name>patchlight::DialogTexts</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Folder with models</source>
        <translation>存放模型的文件夹</translation>
    </message>
</context>
<context>
    <name>patchlight::EmbeddingPanel</name>
    <message>
        <source>What of the embedding is explained</source>
        <translation>解释嵌入的什么</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>The picture it is compared with</source>
        <translation>与之比较的图片</translation>
    </message>
    <message>
        <source>Choose another picture, or drop one here</source>
        <translation>选择另一张图片，或拖放到此处</translation>
    </message>
    <message>
        <source>Component of the embedding</source>
        <translation>嵌入的分量</translation>
    </message>
    <message>
        <source>looking at the other picture…</source>
        <translation>正在读取另一张图片…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>dropped picture</source>
        <translation>拖放的图片</translation>
    </message>
    <message>
        <source>This map is rounding: the norm hardly depends on the picture, since a layer norm sets it. Ask for similarity or an entry.</source>
        <translation>这张图只是舍入误差：层归一化决定了范数，它几乎与图片无关。请改问相似度或某一分量。</translation>
    </message>
    <message>
        <source>What is explained: the embedding&apos;s length, how like another picture&apos;s it is, or one of its numbers</source>
        <translation>解释什么：嵌入的长度、它与另一张图片的相似度，或其中一个数</translation>
    </message>
    <message>
        <source>Which number of the embedding is explained, counted from 0</source>
        <translation>解释嵌入中的第几个数，从 0 数起</translation>
    </message>
</context>
<context>
    <name>patchlight::EmptyState</name>
    <message>
        <source>Drop a picture here</source>
        <translation>将图片拖到这里</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>尚无图片</translation>
    </message>
    <message>
        <source>See what a Vision Transformer looks at, layer by layer and head by head. Nothing leaves this computer.</source>
        <translation>逐层、逐头地查看视觉 Transformer 在看什么。一切都留在本机。</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>or start with a sample and the default model</source>
        <translation>或用示例图片和默认模型开始</translation>
    </message>
    <message>
        <source>or choose a model first</source>
        <translation>或先选一个模型</translation>
    </message>
    <message>
        <source>A model on this computer…</source>
        <translation>本机上的模型…</translation>
    </message>
    <message>
        <source>A published model: DeiT-tiny, 23 MB, 1,000 classes…</source>
        <translation>公开发布的模型：DeiT-tiny，23 MB，1,000 个类别…</translation>
    </message>
    <message>
        <source>Show me how it works</source>
        <translation>带我看看它如何工作</translation>
    </message>
    <message>
        <source>A tour through the network, step by step, with a sample picture</source>
        <translation>用示例图片一步步走过网络</translation>
    </message>
    <message>
        <source>recent:</source>
        <translation>最近：</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>A picture from this computer (Ctrl+O)</source>
        <translation>打开本机的图片（Ctrl+O）</translation>
    </message>
    <message>
        <source>Shows the page of models (Ctrl+M)</source>
        <translation>显示模型页面（Ctrl+M）</translation>
    </message>
    <message>
        <source>or start with a sample; %1 looks at it</source>
        <translation>或用示例图片开始，由 %1 来看</translation>
    </message>
    <message>
        <source>or choose another model first</source>
        <translation>或先选另一个模型</translation>
    </message>
</context>
<context>
    <name>patchlight::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Only for raw attention and rollout</source>
        <translation>仅用于原始注意力与注意力 Rollout</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>On which picture</source>
        <translation>在哪张热图片上</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Network&apos;s input</source>
        <translation>网络输入</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 × %2 values</source>
        <translation>%1 × %2 个数值</translation>
    </message>
    <message>
        <source>These colours have no scale to show</source>
        <translation>这些颜色没有可显示的标度</translation>
    </message>
    <message>
        <source>Which map</source>
        <translation>哪张热图</translation>
    </message>
    <message>
        <source>This map</source>
        <translation>此热图</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Not of a difference: no question would make it again</source>
        <translation>差异热图不可用：没有能重新生成它的查询</translation>
    </message>
    <message>
        <source>Only for raw attention</source>
        <translation>仅用于原始注意力</translation>
    </message>
    <message>
        <source>The picture at its own size, or as it was resized and cropped for the network</source>
        <translation>原始尺寸的图片，或为网络缩放裁剪后的图片</translation>
    </message>
    <message>
        <source>Writes nothing (Esc)</source>
        <translation>不写入任何文件（Esc）</translation>
    </message>
    <message>
        <source>Asks where to, and writes it (Enter)</source>
        <translation>选择位置并写入（Enter）</translation>
    </message>
    <message>
        <source>Hidden patches are not marked in it; a figure marks them.</source>
        <translation>其中不标出被遮挡的图块；插图会标出。</translation>
    </message>
    <message>
        <source>The map at the left, the held one, or, while it is shown, what the left has more or less than the held one</source>
        <translation>左侧的热图、保留的热图，或（显示差异时）左侧热图与保留的热图相比多出或缺少的部分</translation>
    </message>
    <message>
        <source>Held map</source>
        <translation>保留的热图</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Hidden patches are not marked in it.</source>
        <translation>其中不标出被遮挡的图块。</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 values</source>
        <translation>%1 × %2 × %3 个数值</translation>
    </message>
</context>
<context>
    <name>patchlight::ExportTexts</name>
    <message>
        <source>Picture with the map</source>
        <translation>叠加热图的图片</translation>
    </message>
    <message>
        <source>PNG at the picture&apos;s own size</source>
        <translation>PNG，图片原始尺寸</translation>
    </message>
    <message>
        <source>Heat map with colour bar</source>
        <translation>带色条的热图</translation>
    </message>
    <message>
        <source>PNG with title and real values</source>
        <translation>PNG，含标题与真实数值</translation>
    </message>
    <message>
        <source>Transparent map</source>
        <translation>透明热图</translation>
    </message>
    <message>
        <source>PNG to lay over the picture elsewhere</source>
        <translation>PNG，可在别处叠加到图片上</translation>
    </message>
    <message>
        <source>All layers and heads</source>
        <translation>所有层与头</translation>
    </message>
    <message>
        <source>PNG contact sheet for this query</source>
        <translation>PNG，当前查询的总览</translation>
    </message>
    <message>
        <source>Figure, SVG</source>
        <translation>插图，SVG</translation>
    </message>
    <message>
        <source>Picture, colour bar and title; text stays text</source>
        <translation>图片、色条与标题；文字保持为文字</translation>
    </message>
    <message>
        <source>Figure, PDF</source>
        <translation>插图，PDF</translation>
    </message>
    <message>
        <source>The same figure for LaTeX and print</source>
        <translation>同一插图，用于 LaTeX 与印刷</translation>
    </message>
    <message>
        <source>Numbers, NPY</source>
        <translation>数值，NPY</translation>
    </message>
    <message>
        <source>float32 on the patch grid, before any scaling</source>
        <translation>图块网格上的 float32，未经缩放</translation>
    </message>
    <message>
        <source>Numbers, CSV</source>
        <translation>数值，CSV</translation>
    </message>
    <message>
        <source>One line per row of patches</source>
        <translation>每行图块一行</translation>
    </message>
    <message>
        <source>Everything, JSON</source>
        <translation>全部信息，JSON</translation>
    </message>
    <message>
        <source>Map, parameters, versions and file hashes: enough to make it again</source>
        <translation>热图、参数、版本与文件哈希：足以重现</translation>
    </message>
    <message>
        <source>Film through the layers</source>
        <translation>逐层影片</translation>
    </message>
    <message>
        <source>MP4, half a second per layer</source>
        <translation>MP4，每层半秒</translation>
    </message>
    <message>
        <source>Pictures of every layer</source>
        <translation>每层的图片</translation>
    </message>
    <message>
        <source>PNG per layer in a folder</source>
        <translation>文件夹中每层一张 PNG</translation>
    </message>
    <message>
        <source>Figure, PNG</source>
        <translation>插图，PNG</translation>
    </message>
    <message>
        <source>The same figure as pixels in any resolution</source>
        <translation>同一插图的像素版，精细程度任选</translation>
    </message>
    <message>
        <source>Heads over each other</source>
        <translation>注意力头叠加</translation>
    </message>
    <message>
        <source>PNG: each head of the layer in its own colour, with legend</source>
        <translation>PNG：该层每个注意力头各用一种颜色，附图例</translation>
    </message>
    <message>
        <source>Colours alone</source>
        <translation>仅颜色</translation>
    </message>
    <message>
        <source>PNG of the colours without the picture; they have no scale</source>
        <translation>PNG，只有颜色而没有图片；颜色没有刻度</translation>
    </message>
    <message>
        <source>float32: red, green and blue of every patch, from 0 to 1</source>
        <translation>float32：每个图块的红、绿、蓝，从 0 到 1</translation>
    </message>
    <message>
        <source>One line per row of patches: the first component (red) alone</source>
        <translation>每行图块一行：只有第一个分量（红）</translation>
    </message>
</context>
<context>
    <name>patchlight::FactEditor</name>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>such as %1; empty: automatic</source>
        <translation>例如 %1；留空：自动</translation>
    </message>
</context>
<context>
    <name>patchlight::FactEdits</name>
    <message>
        <source>Heads in every layer</source>
        <translation>每层的注意力头数</translation>
    </message>
    <message>
        <source>Size it was trained at, pixels</source>
        <translation>训练时的尺寸（像素）</translation>
    </message>
    <message>
        <source>Norm ε</source>
        <translation>归一化 ε</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Its tensors&apos; names begin with</source>
        <translation>其张量名称的开头</translation>
    </message>
    <message>
        <source>The network it changes</source>
        <translation>它所修改的网络</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>averaged (EMA)</source>
        <translation>平均（EMA）</translation>
    </message>
    <message>
        <source>none: numbers</source>
        <translation>无名称，仅编号</translation>
    </message>
    <message>
        <source>A picture&apos;s own colour profile (ICC)</source>
        <translation>图片自带的颜色配置文件（ICC）</translation>
    </message>
    <message>
        <source>Bands shown: one, or red, green, blue</source>
        <translation>显示的波段：一个，或红、绿、蓝三个</translation>
    </message>
    <message>
        <source>converted to sRGB</source>
        <translation>转换为 sRGB</translation>
    </message>
    <message>
        <source>left as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>stretched over the range</source>
        <translation>拉伸到全部范围</translation>
    </message>
    <message>
        <source>“%1” is no size; write pixels such as 384 or 384x224</source>
        <translation>“%1”不是尺寸；请填写像素，如 384 或 384x224</translation>
    </message>
    <message>
        <source>“%1” is no epsilon; write a small number such as 1e-6</source>
        <translation>“%1”不是 ε；请填写很小的数，如 1e-6</translation>
    </message>
    <message>
        <source>“%1” is no number of heads; write a whole number</source>
        <translation>“%1”不是注意力头数；请填写整数</translation>
    </message>
    <message>
        <source>a divisor</source>
        <translation>约数</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>按文件所述</translation>
    </message>
    <message>
        <source>Automatic (inferred: %1)</source>
        <translation>自动（推断：%1）</translation>
    </message>
    <message>
        <source>Automatic (assumed: %1)</source>
        <translation>自动（假定：%1）</translation>
    </message>
    <message>
        <source>Dark 16 bits: pictures that use fewer bits</source>
        <translation>偏暗的 16 位：位数未用满的图片</translation>
    </message>
</context>
<context>
    <name>patchlight::FactList</name>
    <message>
        <source>Facts of the model</source>
        <translation>模型信息</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>A click corrects it.</source>
        <translation>点击可更正。</translation>
    </message>
</context>
<context>
    <name>patchlight::FactsPanel</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What is known of the model</source>
        <translation>模型的已知信息</translation>
    </message>
    <message>
        <source>How the picture was read</source>
        <translation>图片的读取方式</translation>
    </message>
    <message>
        <source>This picture: %1</source>
        <translation>此图片：%1</translation>
    </message>
</context>
<context>
    <name>patchlight::FaithfulnessPage</name>
    <message>
        <source>Patches a step</source>
        <translation>每步图块数</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>分类头</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>down to block %1</source>
        <translation>直到模块 %1</translation>
    </message>
    <message>
        <source>Tests of the map</source>
        <translation>对此图的检验</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>insertion</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Area under the curves</source>
        <translation>曲线下面积</translation>
    </message>
    <message>
        <source>Area under each curve, from 0 to 1. Deletion: smaller is better. Insertion: larger is better. A map that is no better than the baselines says nothing.</source>
        <translation>每条曲线下的面积，从 0 到 1。删除：越小越好。插入：越大越好。不优于基线的图说明不了什么。</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>The most important patches are replaced by the mean colour first; a true map makes the class fall at once. RISE (Petsiuk et al. 2018), section 4.2</source>
        <translation>先把最重要的图块换成平均色；真实的图会使类别概率立刻下降。RISE（Petsiuk 等，2018），第 4.2 节</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>The most important patches are put into the blurred picture first; a true map makes the class rise at once. RISE (Petsiuk et al. 2018), section 4.2</source>
        <translation>先把最重要的图块放入模糊的图片；真实的图会使类别概率立刻上升。RISE（Petsiuk 等，2018），第 4.2 节</translation>
    </message>
    <message>
        <source>How many patches change together: fewer are finer and take longer. Automatic: at most 64 steps</source>
        <translation>一次改变多少图块：越少越精细，也越费时。自动：最多 64 步</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>1 patch</source>
        <translation>1 个图块</translation>
    </message>
    <message numerus="yes">
        <source>%n patches</source>
        <translation>
            <numerusform>%n 个图块</numerusform>
        </translation>
    </message>
    <message>
        <source>Test this map</source>
        <translation>检验此图</translation>
    </message>
    <message>
        <source>Deletion and insertion curves of the map (T)</source>
        <translation>此图的删除与插入曲线（T）</translation>
    </message>
    <message>
        <source>Does the map change when the network forgets what it learned? (Shift+T)</source>
        <translation>网络忘掉所学之后，此图会改变吗？（Shift+T）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Deleting and inserting patches…</source>
        <translation>正在删除和插入图块…</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>centre prior</source>
        <translation>中心先验</translation>
    </message>
    <message>
        <source>rank correlation</source>
        <translation>秩相关</translation>
    </message>
    <message>
        <source>Probability of %1; %2 a step.</source>
        <translation>%1 的概率；每步 %2。</translation>
    </message>
    <message>
        <source>Blurred, the picture alone gives %1 %, so insertion says little here.</source>
        <translation>模糊的图片本身已有 %1 %，因此插入曲线在此说明不了什么。</translation>
    </message>
    <message>
        <source>Waiting for the map…</source>
        <translation>正在等待热图…</translation>
    </message>
    <message>
        <source>Randomised weights</source>
        <translation>随机化权重</translation>
    </message>
    <message>
        <source>Randomise weights</source>
        <translation>随机化权重</translation>
    </message>
    <message>
        <source>Randomising the weights…</source>
        <translation>正在随机化权重…</translation>
    </message>
    <message>
        <source>This model has no classifier, so there is no probability to follow. Whether the map depends on what was learned can be tested.</source>
        <translation>此模型没有分类器，因此没有可追踪的概率。但可以检验此热图是否取决于所学内容。</translation>
    </message>
    <message>
        <source>Does the class depend on the patches this map calls important? T deletes and inserts them, most important first, and does the same with a random map and the centre.</source>
        <translation>类别是否取决于此热图所指的重要图块？按 T 从最重要的开始删除和插入，并用随机热图和中心先验做同样的对照。</translation>
    </message>
    <message>
        <source>Randomised: %1</source>
        <translation>已随机化：%1</translation>
    </message>
    <message>
        <source>These results are of the previous map; the one on the picture is not tested yet.</source>
        <translation>这些结果属于上一张热图；当前图片上的热图尚未检验。</translation>
    </message>
    <message>
        <source>These results are for the previous class; the one chosen now is not tested yet.</source>
        <translation>这些结果属于上一个类别；当前选择的类别尚未检验。</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>should fall</source>
        <translation>应当下降</translation>
    </message>
    <message>
        <source>These results are of the run without changes; with them nothing is tested yet.</source>
        <translation>这些结果属于未更改的运行；更改之后尚未检验。</translation>
    </message>
    <message>
        <source>These results are of the run with changes; without them nothing is tested yet.</source>
        <translation>这些结果属于更改之后的运行；未更改的尚未检验。</translation>
    </message>
    <message>
        <source>These results are of the run with other changes; with those made now nothing is tested yet.</source>
        <translation>这些结果属于另一种更改之后的运行；现在的更改尚未检验。</translation>
    </message>
    <message>
        <source>Deletion and insertion</source>
        <translation>删除与插入</translation>
    </message>
    <message>
        <source>patches hidden</source>
        <translation>已遮挡的图块</translation>
    </message>
    <message>
        <source>patches shown</source>
        <translation>已显示的图块</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>what follows the last block</source>
        <translation>最后一个模块之后的部分</translation>
    </message>
    <message>
        <source>Rank correlation with the map that was tested, weights randomised from the network&apos;s end to its beginning. A map that hardly changes does not depend on what was learned. Adebayo et al. 2018</source>
        <translation>从网络末端到开端逐步随机化权重后，与所检验的热图的秩相关。几乎不变的热图并不取决于所学内容。Adebayo 等 2018</translation>
    </message>
</context>
<context>
    <name>patchlight::FigureForm</name>
    <message>
        <source>Pixels an inch</source>
        <translation>每英寸像素</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Colour bar</source>
        <translation>色条</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>as the picture</source>
        <translation>与图片相同</translation>
    </message>
    <message>
        <source>Of a figure made of pixels, at the width above; print wants 300</source>
        <translation>像素插图在上述宽度下的分辨率；印刷需要 300</translation>
    </message>
    <message>
        <source>A line above the picture: method, layers, class and model</source>
        <translation>图片上方的一行：方法、层、类别和模型</translation>
    </message>
    <message>
        <source>The values of the colours at the right, or which head has which</source>
        <translation>右侧标出各颜色的数值，或各头的颜色</translation>
    </message>
</context>
<context>
    <name>patchlight::FollowedPanel</name>
    <message>
        <source>You follow</source>
        <translation>正在跟随</translation>
    </message>
    <message>
        <source>Its pixels</source>
        <translation>它的像素</translation>
    </message>
    <message>
        <source>follow the class token</source>
        <translation>跟随类别令牌</translation>
    </message>
    <message>
        <source>Follow the class token</source>
        <translation>跟随类别令牌</translation>
    </message>
    <message>
        <source>Its length here</source>
        <translation>它在此处的长度</translation>
    </message>
    <message>
        <source>before the block</source>
        <translation>模块之前</translation>
    </message>
    <message>
        <source>what attention adds</source>
        <translation>注意力加上的</translation>
    </message>
    <message>
        <source>between</source>
        <translation>注意力之后</translation>
    </message>
    <message>
        <source>what the MLP adds</source>
        <translation>MLP 加上的</translation>
    </message>
    <message>
        <source>after the block</source>
        <translation>模块之后</translation>
    </message>
    <message>
        <source>If the network ended here</source>
        <translation>假如网络到此为止</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>延伸阅读</translation>
    </message>
    <message>
        <source>; at the end %1, %2 %</source>
        <translation>；最终为 %1，%2 %</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>red: above zero, blue: below it; the stronger, the further from zero</source>
        <translation>红色大于零，蓝色小于零；颜色越强，离零越远</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>; the whole: what it says of the picture there</source>
        <translation>；整体：此处对整张图片的判断</translation>
    </message>
    <message>
        <source>what the head would say of %1 after block %2</source>
        <translation>模块 %2 之后，分类头对%1的判断</translation>
    </message>
    <message>
        <source>length: the root of its squared numbers&apos; sum. The line: after every block; grey: the middle one of all tokens</source>
        <translation>长度：各数平方和的平方根。曲线：每个模块之后；灰线：所有令牌的中位数</translation>
    </message>
    <message>
        <source>length: the root of its squared numbers&apos; sum. The line: after every block; grey: the middle one of all places</source>
        <translation>长度：各数平方和的平方根。曲线：每个模块之后；灰线：所有位置的中位数</translation>
    </message>
    <message>
        <source>this patch</source>
        <translation>这个图块</translation>
    </message>
    <message>
        <source>this place</source>
        <translation>这个位置</translation>
    </message>
    <message>
        <source>The way of the class token instead of a patch&apos;s</source>
        <translation>改为追踪类别令牌，而不是图块</translation>
    </message>
    <message>
        <source>token %1 (of 0 … %2)</source>
        <translation>令牌 %1（编号 0 … %2）</translation>
    </message>
    <message>
        <source>place %1 (of 0 … %2)</source>
        <translation>位置 %1（编号 0 … %2）</translation>
    </message>
</context>
<context>
    <name>patchlight::Guide</name>
    <message>
        <source>en</source>
        <extracomment>The folder of the guide in this language: zh_CN. Nothing else.</extracomment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>The guide is not installed: %1 is missing.</source>
        <translation>未安装指南：缺少 %1。</translation>
    </message>
</context>
<context>
    <name>patchlight::HeadListEdit</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Heads that count, such as 0,2,5; with weights 0:2,5:0.5. Empty: all alike. Or Ctrl+click thumbnails.</source>
        <translation>计入的头，例如 0,2,5；带权重则写作 0:2,5:0.5。留空：全部同等。也可 Ctrl+点击缩略图。</translation>
    </message>
</context>
<context>
    <name>patchlight::HeadMenu</name>
    <message>
        <source>Reset all changes</source>
        <translation>撤销所有改动</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>第 %1 层，头 %2</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Uniform: looks everywhere alike</source>
        <translation>均匀：各处一视同仁</translation>
    </message>
    <message>
        <source>Mean: every query looks where they all do on average</source>
        <translation>平均：每个查询都看所有查询平均所看之处</translation>
    </message>
    <message>
        <source>Block %1 off</source>
        <translation>关闭模块 %1</translation>
    </message>
    <message>
        <source>Attention and MLP add nothing: its output is its input</source>
        <translation>注意力与 MLP 均不起作用：输出即输入</translation>
    </message>
    <message>
        <source>Count in the fused map</source>
        <translation>计入融合图</translation>
    </message>
    <message>
        <source>The map of a subset of heads: Ctrl+click each</source>
        <translation>部分头的融合图：按住 Ctrl 逐个点击</translation>
    </message>
</context>
<context>
    <name>patchlight::HeadsGrid</name>
    <message>
        <source>Layers and heads</source>
        <translation>层与头</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>层 %1 · %2</translation>
    </message>
    <message>
        <source>no head chosen</source>
        <translation>未选择头</translation>
    </message>
    <message>
        <source>layer %1, %2</source>
        <translation>层 %1，%2</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>第 %1 层，头 %2</translation>
    </message>
</context>
<context>
    <name>patchlight::HeadsPanel</name>
    <message>
        <source>this block is switched off</source>
        <translation>此模块已关闭</translation>
    </message>
    <message>
        <source>Attention of every head</source>
        <translation>每个头的注意力</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>按层</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>likeness</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>By layer; most focused first; nearest first; most like the map on the picture first</source>
        <translation>按层；最集中者优先；最近者优先；与当前热图最相似者优先</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>标度</translation>
    </message>
    <message>
        <source>each</source>
        <translation>各自</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共用</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>entropy %1 of uniform</source>
        <translation>熵为均匀分布的 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>distance %1 patches</source>
        <translation>距离 %1 个图块</translation>
    </message>
    <message>
        <source>tests</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Maps of this query, numbers over all queries (S), or tests of the map on the picture (T)</source>
        <translation>此查询的图、所有查询的数值（S），或对图片上的图的检验（T）</translation>
    </message>
    <message>
        <source>mean over all</source>
        <translation>全部的平均</translation>
    </message>
    <message>
        <source>Heads over each other</source>
        <translation>注意力头叠加</translation>
    </message>
    <message>
        <source>Over each other</source>
        <translation>叠加显示</translation>
    </message>
    <message>
        <source>The heads of a layer over each other on the picture, each in a colour of its own; Ctrl and a click choose some of them, &quot;Show strongest&quot; what each keeps</source>
        <translation>把一层的各个注意力头叠加在图片上，每个头用自己的颜色；按住 Ctrl 点击可选取其中几个，“显示最强”决定每个头保留多少</translation>
    </message>
    <message>
        <source>This network has no attention and so no heads; Grad-CAM, gradients and occlusion show what it looks at.</source>
        <translation>这个网络没有注意力，因此没有注意力头；Grad-CAM、梯度和遮挡可以显示它在看什么。</translation>
    </message>
    <message>
        <source>this query is not in this layer; it joins later</source>
        <translation>这个查询不在这一层；它在后面的层才加入</translation>
    </message>
    <message>
        <source>Each map over the whole range of colours, or all over one range, so that they can be compared</source>
        <translation>每张热图各用整个颜色范围，或全部共用一个范围以便比较</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>透镜</translation>
    </message>
    <message>
        <source>Whom &quot;Class by layer&quot; (logit lens) is about: it follows the query, the other numbers are means over all</source>
        <translation>“逐层类别”（logit lens）针对的令牌：它跟随查询，其他数值是对所有查询的平均</translation>
    </message>
    <message>
        <source>switched off: it looks nowhere</source>
        <translation>已关闭：它不看任何地方</translation>
    </message>
</context>
<context>
    <name>patchlight::HideStrip</name>
    <message>
        <source>How patches are hidden</source>
        <translation>如何遮挡图块</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均色</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Shows all patches again</source>
        <translation>重新显示所有图块</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drag to hide, or to show.</source>
        <translation>拖动以遮挡或显示。</translation>
    </message>
    <message>
        <source>What stands in the place of a hidden patch</source>
        <translation>用什么代替被遮挡的图块</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Patches under the brush, across</source>
        <translation>画笔横跨的图块数</translation>
    </message>
    <message>
        <source>Leaves the brush; a click is a query again (Esc)</source>
        <translation>放下画笔；点击重新成为查询（Esc）</translation>
    </message>
    <message>
        <source>Drag over patches to hide them; start on a hidden one to show them again.</source>
        <translation>在图块上拖动可将其遮挡；从已遮挡的图块开始则重新显示。</translation>
    </message>
</context>
<context>
    <name>patchlight::ImageCanvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>无图片</translation>
    </message>
    <message>
        <source>no patch chosen</source>
        <translation>未选择图块</translation>
    </message>
    <message>
        <source>rows %1 to %2, columns %3 to %4</source>
        <translation>行 %1 至 %2、列 %3 至 %4</translation>
    </message>
</context>
<context>
    <name>patchlight::InsideView</name>
    <message>
        <source>The way through (F2)</source>
        <translation>全程（F2）</translation>
    </message>
    <message>
        <source>Who is followed (F3)</source>
        <translation>跟随对象（F3）</translation>
    </message>
    <message>
        <source>The model is looking at the picture…</source>
        <translation>模型正在看这张图片…</translation>
    </message>
    <message>
        <source>Open a picture, and follow it through the network step by step.</source>
        <translation>打开一张图片，一步步跟着它穿过网络。</translation>
    </message>
    <message>
        <source>Waiting for the test of the map: %1…</source>
        <translation>正在等待图的检验完成：%1…</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>轮到您了</translation>
    </message>
    <message>
        <source>That was the way through</source>
        <translation>这就是全程</translation>
    </message>
</context>
<context>
    <name>patchlight::InterventionBadge</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset what is hidden and switched off</source>
        <translation>撤销遮挡与关闭</translation>
    </message>
    <message>
        <source>Shows all patches and switches everything on again (R)</source>
        <translation>显示所有图块并重新打开一切（R）</translation>
    </message>
</context>
<context>
    <name>patchlight::InterventionTexts</name>
    <message>
        <source>block %1 off</source>
        <translation>模块 %1 关闭</translation>
    </message>
    <message>
        <source>1 patch hidden</source>
        <translation>已遮挡 1 个图块</translation>
    </message>
    <message>
        <source>%1 heads changed</source>
        <translation>已改动 %1 个头</translation>
    </message>
    <message>
        <source>%1 blocks off</source>
        <translation>已关闭 %1 个模块</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>mean colour</source>
        <translation>平均色</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Painted over in the mean colour, before the network sees the picture</source>
        <translation>在网络看到图片之前以平均色涂盖</translation>
    </message>
    <message>
        <source>Zeros after the patch embedding, position included</source>
        <translation>在图块嵌入之后置零，位置也包括在内</translation>
    </message>
    <message>
        <source>Taken out of the sequence: no token attends to them any more</source>
        <translation>从序列中移除：不再有任何令牌关注它们</translation>
    </message>
    <message numerus="yes">
        <source>%n patches hidden</source>
        <translation>
            <numerusform>已遮挡 %n 个图块</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1, head %2 %3</source>
        <translation>第 %1 层，头 %2 %3</translation>
    </message>
</context>
<context>
    <name>patchlight::KeyHints</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示所有按键</translation>
    </message>
</context>
<context>
    <name>patchlight::KnownModels</name>
    <message>
        <source>Small and quick: a good first look at attention, on any machine.</source>
        <translation>小而快：在任何机器上初看注意力的好选择。</translation>
    </message>
    <message>
        <source>Has a distillation token beside the class token: compare what the two look at.</source>
        <translation>除类别令牌外还有蒸馏令牌：可比较两者各看哪里。</translation>
    </message>
    <message>
        <source>The strongest small plain ViT here; its blocks carry LayerScale.</source>
        <translation>这里的小型普通 ViT 中准确率最高的一个；各模块带有 LayerScale。</translation>
    </message>
    <message>
        <source>The plain ViT of most papers, small.</source>
        <translation>多数论文所用的普通 ViT，小号。</translation>
    </message>
    <message>
        <source>The plain ViT of most papers, at the size they report.</source>
        <translation>多数论文所用的普通 ViT，即论文所报告的大小。</translation>
    </message>
    <message>
        <source>Patches of 8 pixels: the finest maps, at four times the work.</source>
        <translation>图块为 8 像素：图最精细，计算量为四倍。</translation>
    </message>
    <message>
        <source>Learned without labels; its class token outlines objects by itself. No classes.</source>
        <translation>无标签学习；其类别令牌能自行勾出物体。没有类别。</translation>
    </message>
    <message>
        <source>General features with clean attention: registers take what would be artefacts. No classes.</source>
        <translation>通用特征，注意力干净：寄存器承接了原本会成为伪影的部分。没有类别。</translation>
    </message>
    <message>
        <source>The sharpest dense features of its size, with rotary positions. No classes.</source>
        <translation>同等大小中最清晰的稠密特征，采用旋转位置编码。没有类别。</translation>
    </message>
    <message>
        <source>Learned by filling in hidden patches: attention before any labels. No classes.</source>
        <translation>通过补全被遮图块来学习：未见任何标签时的注意力。没有类别。</translation>
    </message>
    <message>
        <source>Learned by predicting hidden patches; positions are relative, per head.</source>
        <translation>通过预测被遮图块来学习；位置是相对的，每个头各有一份。</translation>
    </message>
    <message>
        <source>Tiny yet strong: rotary positions and a gated MLP at 336 pixels.</source>
        <translation>很小却很强：旋转位置编码与门控 MLP，336 像素。</translation>
    </message>
    <message>
        <source>The most accurate model here.</source>
        <translation>这里最准确的模型。</translation>
    </message>
    <message>
        <source>The class token comes in only at the end: class attention apart from patch attention.</source>
        <translation>类别令牌到最后才加入：类别注意力与图块注意力分开。</translation>
    </message>
    <message>
        <source>A small ResNet makes the tokens: few, quick, and already seen by convolutions.</source>
        <translation>由一个小 ResNet 产生令牌：少而快，且已经过卷积。</translation>
    </message>
    <message>
        <source>Attention in windows over four stages: maps from fine to coarse.</source>
        <translation>四个阶段的窗口注意力：图由细到粗。</translation>
    </message>
    <message>
        <source>The Swin that papers compare with, trained on more classes first.</source>
        <translation>论文用来比较的 Swin，先在更多类别上训练过。</translation>
    </message>
    <message>
        <source>Windows with cosine attention and positions from a small network.</source>
        <translation>采用余弦注意力的窗口，位置由一个小网络给出。</translation>
    </message>
    <message>
        <source>No attention: the convolutional network to compare Grad-CAM with.</source>
        <translation>没有注意力：用来比较 Grad-CAM 的卷积网络。</translation>
    </message>
    <message>
        <source>A convolutional network with group norm, at 448 pixels; no attention.</source>
        <translation>采用组归一化的卷积网络，448 像素；没有注意力。</translation>
    </message>
    <message>
        <source>Learned from pictures and their captions; its tower for pictures is what runs here, and pictures are compared by its embedding. No classes.</source>
        <translation>由图片及其说明学得；这里运行的是它的图像塔，以其嵌入比较图片。无类别。</translation>
    </message>
    <message>
        <source>CLIP&apos;s task with a sigmoid for each pair; its tower for pictures gathers the embedding by an attention of its own. No classes.</source>
        <translation>与 CLIP 任务相同，但每对图文各用一个 sigmoid；图像塔以自己的注意力汇成嵌入。无类别。</translation>
    </message>
</context>
<context>
    <name>patchlight::LayerScrubber</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Play through the layers</source>
        <translation>逐层播放</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>层 %1</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>layer %1 (of 0 … %2)</source>
        <translation>第 %1 层（编号 0 … %2）</translation>
    </message>
    <message>
        <source>Play through the layers (P)</source>
        <translation>逐层播放（P）</translation>
    </message>
</context>
<context>
    <name>patchlight::LensChart</name>
    <message>
        <source>Class by layer</source>
        <translation>逐层类别</translation>
    </message>
    <message>
        <source>What the head would say after every layer (logit lens)</source>
        <translation>分类头在每一层之后会给出的结果（logit lens）</translation>
    </message>
    <message>
        <source>Logit lens: the final norm and the head, applied after every block to the token that is asked</source>
        <translation>Logit lens：在每个模块之后对所询问的令牌应用最终归一化与分类头</translation>
    </message>
    <message>
        <source>—  %1   %2</source>
        <translation>—  %1   %2</translation>
    </message>
    <message>
        <source>layer %1 · the head cannot read this width</source>
        <translation>第 %1 层 · 分类头无法读取此宽度</translation>
    </message>
    <message>
        <source>Full line: %1. Dashed: whatever class leads after that layer.</source>
        <translation>实线：%1。虚线：该层之后领先的类别。</translation>
    </message>
    <message>
        <source>layer %1 · %2 %3 %
leading: %4 %5 %</source>
        <translation>第 %1 层 · %2 %3 %
领先：%4 %5 %</translation>
    </message>
    <message>
        <source>╌╌  leading</source>
        <translation>╌╌  领先类别</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Class by layer · %1</source>
        <translation>逐层类别 · %1</translation>
    </message>
    <message>
        <source>whatever class leads after that layer</source>
        <translation>该层之后领先的类别</translation>
    </message>
    <message>
        <source>the layer chosen</source>
        <translation>所选的层</translation>
    </message>
</context>
<context>
    <name>patchlight::LibraryFacts</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Go on and open</source>
        <translation>继续并打开</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>重新下载</translation>
    </message>
    <message>
        <source>Fetch and open</source>
        <translation>下载并打开</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set: nothing is asked of the network</source>
        <translation>已设置 HF_HUB_OFFLINE：不会访问网络</translation>
    </message>
    <message>
        <source>The same as Enter in the list</source>
        <translation>与在列表中按 Enter 相同</translation>
    </message>
    <message>
        <source>Takes its files off this computer; asks first</source>
        <translation>从本机删除它的文件；会先询问</translation>
    </message>
</context>
<context>
    <name>patchlight::LibraryList</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>patchlight::LibraryModel</name>
    <message>
        <source>unfinished, %1 here</source>
        <translation>未完成，已有 %1</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>gated</source>
        <translation>需要授权</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>patchlight::LibraryPage</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公开发布</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>查找位置</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>To the picture (Esc)</source>
        <translation>回到图片（Esc）</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Ask the hub</source>
        <translation>询问 Hub</translation>
    </message>
    <message>
        <source>owner/name, or words</source>
        <translation>所有者/名称，或关键词</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No model on this computer yet: take a published one, or open a file.</source>
        <translation>本机还没有模型：选一个公开发布的，或打开文件。</translation>
    </message>
    <message>
        <source>No model here is called so. Published ones may be.</source>
        <translation>本机没有这个名字的模型，公开发布的里面也许有。</translation>
    </message>
    <message>
        <source>No model of the list is called so. Ask the hub by name.</source>
        <translation>列表中没有这个名字的模型，请按名称询问 Hub。</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>正在询问 Hub…</translation>
    </message>
    <message>
        <source>Write a model&apos;s name as papers give it, then press Enter: the hub is asked once.</source>
        <translation>按论文中的写法输入模型名称，再按 Enter：只询问 Hub 一次。</translation>
    </message>
    <message>
        <source>Offline (HF_HUB_OFFLINE is set): what is on this computer can be opened, the rest is grey.</source>
        <translation>离线（已设置 HF_HUB_OFFLINE）：本机上的模型可以打开，其余显示为灰色。</translation>
    </message>
    <message>
        <source>Fetched from %1 when you ask for it; Python finds it afterwards.</source>
        <translation>在您要求时从 %1 下载，之后 Python 也能找到。</translation>
    </message>
    <message>
        <source>Remove %1 from this computer? Python programs that use it will have to fetch it again.</source>
        <translation>从本机删除 %1？使用它的 Python 程序将需要重新下载。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Weights that lie anywhere on this computer (Ctrl+Shift+O)</source>
        <translation>本机任意位置的权重文件（Ctrl+Shift+O）</translation>
    </message>
    <message>
        <source>Lists the models of another folder, too</source>
        <translation>同时列出另一个文件夹中的模型</translation>
    </message>
    <message>
        <source>Part of a model&apos;s name; Down goes to the list</source>
        <translation>模型名称的一部分；按向下键转到列表</translation>
    </message>
    <message>
        <source>Sends what is written to the hub and lists what it finds</source>
        <translation>把所填内容发送到模型库，并列出搜索结果</translation>
    </message>
    <message>
        <source>Look in a folder…</source>
        <translation>在文件夹中查找模型…</translation>
    </message>
</context>
<context>
    <name>patchlight::LibraryTexts</name>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>还剩 %1 分钟</translation>
    </message>
    <message>
        <source>ships with the program</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Face 缓存</translation>
    </message>
    <message>
        <source>PyTorch cache</source>
        <translation>PyTorch 缓存</translation>
    </message>
    <message>
        <source>a folder of yours</source>
        <translation>您的文件夹</translation>
    </message>
    <message>
        <source>on the hub</source>
        <translation>在 Hub 上</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
    <message>
        <source>features, no classes</source>
        <translation>特征，无类别</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>asking the hub</source>
        <translation>正在询问 Hub</translation>
    </message>
    <message>
        <source>another program fetches it</source>
        <translation>另一程序正在下载</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>knows</source>
        <translation>认识</translation>
    </message>
    <message>
        <source>ImageNet top-1</source>
        <translation>ImageNet top-1</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Tells 200 everyday things apart on a grid of 16 × 16 patches: small and quick, and trained by this program itself.</source>
        <translation>能在 16 × 16 的图块网格上区分 200 种日常事物：小而快，用本程序训练。</translation>
    </message>
    <message>
        <source>From its card: %1</source>
        <translation>模型卡原文：%1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>架构</translation>
    </message>
</context>
<context>
    <name>patchlight::LookPanel</name>
    <message>
        <source>The picture as it was resized and cropped for the network (I)</source>
        <translation>为网络缩放并裁剪后的图片 (I)</translation>
    </message>
    <message>
        <source>What the network saw</source>
        <translation>网络所见</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smooth maps suggest a resolution that is not there; patches show what was computed.</source>
        <translation>平滑热图暗示了并不存在的分辨率；图块显示实际计算的结果。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>标度</translation>
    </message>
    <message>
        <source>this map</source>
        <translation>此热图</translation>
    </message>
    <message>
        <source>shared by all heads</source>
        <translation>所有头共用</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Show strongest</source>
        <translation>显示最强</translation>
    </message>
    <message>
        <source>Patch grid</source>
        <translation>图块网格</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which values the colours run over: of this map, of all heads of this query, or as typed. Only with one scale can two maps be compared by their colours.</source>
        <translation>颜色所跨的数值范围：此热图的、此查询所有注意力头的，或手动输入的。只有使用同一标度，两张热图的颜色才可比较。</translation>
    </message>
    <message>
        <source>Draws only the strongest patches, those that together hold this share of the map&apos;s sum; the values stay.</source>
        <translation>只绘制最强的图块，即合计占热图总和这一比例的图块；数值不变。</translation>
    </message>
    <message>
        <source>Clear where low</source>
        <translation>低值处透明</translation>
    </message>
    <message>
        <source>Low values let the picture through; off, the map covers all of it alike.</source>
        <translation>数值低处透出图片；关闭时，热图均匀覆盖整张图片。</translation>
    </message>
    <message>
        <source>How strongly the map covers the picture</source>
        <translation>热图覆盖图片的程度</translation>
    </message>
    <message>
        <source>The value of the lowest colour; all below it looks alike</source>
        <translation>最低颜色对应的数值；更低的值看起来都一样</translation>
    </message>
    <message>
        <source>The value of the highest colour; all above it looks alike</source>
        <translation>最高颜色对应的数值；更高的值看起来都一样</translation>
    </message>
    <message>
        <source>Lines between the patches (G)</source>
        <translation>图块之间的网格线（G）</translation>
    </message>
    <message>
        <source>This map has two sides, for and against: red and blue, whatever is chosen for other maps</source>
        <translation>此图有支持与反对两面：用红色和蓝色，不论为其他图选择了什么颜色</translation>
    </message>
</context>
<context>
    <name>patchlight::MainWindow</name>
    <message>
        <source>Choose a head in the grid first; X switches it off, Shift+X its whole block.</source>
        <translation>请先在网格中选择一个头；X 关闭它，Shift+X 关闭整个模块。</translation>
    </message>
    <message>
        <source>Map panel (F2)</source>
        <translation>热图面板 (F2)</translation>
    </message>
    <message>
        <source>Prediction panel (F3)</source>
        <translation>预测面板 (F3)</translation>
    </message>
    <message>
        <source>Heads panel (F4)</source>
        <translation>注意力头面板 (F4)</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>The overlay is on the clipboard.</source>
        <translation>叠加图已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>%1 – Patchlight</source>
        <translation>%1 – Patchlight</translation>
    </message>
    <message>
        <source>Patchlight</source>
        <translation>Patchlight</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF page (*.pdf);;Numbers for NumPy (*.npy)</source>
        <translation>PNG 图片 (*.png);;SVG 矢量图 (*.svg);;PDF 页面 (*.pdf);;NumPy 数值 (*.npy)</translation>
    </message>
    <message>
        <source>The card is on the clipboard.</source>
        <translation>卡片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The difference is on the clipboard.</source>
        <translation>差异热图已复制到剪贴板。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Query: this patch</source>
        <translation>查询：此图块</translation>
    </message>
    <message>
        <source>Who looks at this patch?</source>
        <translation>谁关注此图块？</translation>
    </message>
    <message>
        <source>Query: class token</source>
        <translation>查询：类别令牌</translation>
    </message>
    <message>
        <source>Click: ask this patch where it looks · drag: a region · Shift+click: who looks here</source>
        <translation>点击：查询此图块看向哪里 · 拖动：一个区域 · Shift+点击：谁关注此处</translation>
    </message>
    <message>
        <source>About Patchlight</source>
        <translation>关于 Patchlight</translation>
    </message>
    <message>
        <source>Shows what a Vision Transformer looks at. Nothing leaves this computer.</source>
        <translation>显示视觉 Transformer 在看哪里。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Made with Qt %1.</source>
        <translation>使用 Qt %1 制作。</translation>
    </message>
    <message>
        <source>such as model.</source>
        <translation>例如 model.</translation>
    </message>
    <message>
        <source>%1 is neither a picture nor a model; drop a JPEG, PNG, WebP, GIF, BMP or TIFF file, or a checkpoint.</source>
        <translation>%1 既不是图片也不是模型；请拖入 JPEG、PNG、WebP、GIF、BMP、TIFF 文件或检查点。</translation>
    </message>
    <message>
        <source>The first of %n pictures is opened; Page Down goes on through them.</source>
        <translation>已打开 %n 张图片中的第一张；按 Page Down 依次查看。</translation>
    </message>
    <message>
        <source>dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>Copy the card</source>
        <translation>复制卡片</translation>
    </message>
    <message>
        <source>Save the card…</source>
        <translation>保存卡片…</translation>
    </message>
    <message>
        <source>Click: ask this patch · drag: a region</source>
        <translation>点击：查询此图块 · 拖动：一个区域</translation>
    </message>
    <message>
        <source>Open a picture first.</source>
        <translation>请先打开一张图片。</translation>
    </message>
    <message>
        <source>Waiting for the map…</source>
        <translation>正在等待热图…</translation>
    </message>
    <message>
        <source>Follow this token</source>
        <translation>跟随此令牌</translation>
    </message>
    <message>
        <source>There is no card yet; wait for the numbers.</source>
        <translation>还没有卡片；请等待数值。</translation>
    </message>
    <message>
        <source>Compare with which picture?</source>
        <translation>与哪张图片比较？</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Stopped: nothing was written.</source>
        <translation>已停止：没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>patchlight::MapTitle</name>
    <message>
        <source>layers %1–%2</source>
        <translation>第 %1–%2 层</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>scale without the patch itself</source>
        <translation>标度不含该图块自身</translation>
    </message>
    <message>
        <source>%1 (covered)</source>
        <translation>%1（被覆盖）</translation>
    </message>
    <message>
        <source>Heads over each other</source>
        <translation>注意力头叠加</translation>
    </message>
    <message>
        <source>what lowers %1</source>
        <translation>降低%1的部分</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>scale without the patches themselves</source>
        <translation>标度不含这些图块自身</translation>
    </message>
    <message>
        <source>residual weight %1</source>
        <translation>残差权重 %1</translation>
    </message>
    <message>
        <source>without the smallest %1 %</source>
        <translation>舍弃最小的 %1%</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>every value is 0</source>
        <translation>所有值都是 0</translation>
    </message>
    <message>
        <source>without the query itself</source>
        <translation>不含查询本身</translation>
    </message>
    <message>
        <source>(%1) minus (%2), both scaled to sum 1 first</source>
        <translation>（%1）−（%2），两图先各自缩放到总和为 1</translation>
    </message>
</context>
<context>
    <name>patchlight::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Open with it</source>
        <translation>以此打开</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少的值</translation>
    </message>
    <message>
        <source>Opens the model once more with what is written</source>
        <translation>用所填内容重新打开模型</translation>
    </message>
    <message>
        <source>What the model does not tell</source>
        <translation>模型没有说明的内容</translation>
    </message>
    <message>
        <source>Closes this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>patchlight::MethodList</name>
    <message>
        <source>Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>More methods</source>
        <translation>更多方法</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要注意力</translation>
    </message>
    <message>
        <source>not on Swin</source>
        <translation>不适用于 Swin</translation>
    </message>
    <message>
        <source>needs pooling</source>
        <translation>需要池化</translation>
    </message>
    <message>
        <source>needs classes</source>
        <translation>需要类别</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
</context>
<context>
    <name>patchlight::MethodPanel</name>
    <message>
        <source>For class</source>
        <translation>目标类别</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Residual weight</source>
        <translation>残差权重</translation>
    </message>
    <message>
        <source>Discard smallest</source>
        <translation>舍弃最小</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>most probable</source>
        <translation>最可能</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How to read this map</source>
        <translation>如何解读此热图</translation>
    </message>
    <message>
        <source>Only heads</source>
        <translation>仅限注意力头</translation>
    </message>
    <message>
        <source>Which heads are fused: 0,2,5 or, with weights, 0:1,2:0.5; empty for all of them</source>
        <translation>融合哪些注意力头：0,2,5，或带权重 0:1,2:0.5；留空表示全部</translation>
    </message>
    <message>
        <source>a patch</source>
        <translation>一个图块</translation>
    </message>
    <message>
        <source>a region of 3 × 3</source>
        <translation>3 × 3 区域</translation>
    </message>
    <message>
        <source>who looks at a patch</source>
        <translation>谁关注某个图块</translation>
    </message>
    <message>
        <source>Or click the picture</source>
        <translation>或点击图片</translation>
    </message>
    <message>
        <source>Or drag over the picture</source>
        <translation>或在图片上拖动</translation>
    </message>
    <message>
        <source>Or Shift+click the picture</source>
        <translation>或 Shift+点击图片</translation>
    </message>
    <message>
        <source>less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>what would mislead?</source>
        <translation>如何避免误读？</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>what raises it</source>
        <translation>支持它的部分</translation>
    </message>
    <message>
        <source>what lowers it</source>
        <translation>反对它的部分</translation>
    </message>
    <message>
        <source>For label</source>
        <translation>目标标签</translation>
    </message>
    <message>
        <source>For value</source>
        <translation>目标数值</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>最大者</translation>
    </message>
    <message>
        <source>What is explained; a click on a prediction chooses it, too</source>
        <translation>解释的对象；点击一项预测也可选择</translation>
    </message>
    <message>
        <source>Where the map is high: on what speaks for it, or on what speaks against it</source>
        <translation>热图高处是支持它的部分，还是反对它的部分</translation>
    </message>
    <message>
        <source>Whose attention is shown: a token, or patches that are clicked on the picture (Esc: the class token). Rows and columns count from 0.</source>
        <translation>显示谁的注意力：某个令牌，或在图片上点选的图块（Esc：类别令牌）。行和列从 0 数起。</translation>
    </message>
    <message>
        <source>The layer whose map is shown ([ and ])</source>
        <translation>显示其热图的层（[&#xa0;和&#xa0;]）</translation>
    </message>
    <message>
        <source>One head, or all of them fused (, and .)</source>
        <translation>一个头，或合并后的所有头（, 和 .）</translation>
    </message>
    <message>
        <source>How the heads of a layer become one map</source>
        <translation>一层的各头如何合并为一张热图</translation>
    </message>
    <message>
        <source>The layers that the map goes through, first and last</source>
        <translation>热图经过的层：从第一层到最后一层</translation>
    </message>
    <message>
        <source>How much of every token is taken to stay where it is, beside what attention brings</source>
        <translation>除注意力带来的部分外，每个令牌保留自身的比例</translation>
    </message>
    <message>
        <source>This share of the smallest attention of every layer counts as none</source>
        <translation>每层最小的注意力中，这一比例视为零</translation>
    </message>
    <message>
        <source>Points that are averaged over: more are truer and take longer</source>
        <translation>取平均的点数：越多越准确，也越慢</translation>
    </message>
    <message>
        <source>Turned round: bright patches are those that look at the query.</source>
        <translation>反过来问：亮的图块正在关注查询处。</translation>
    </message>
</context>
<context>
    <name>patchlight::ModelFacts</name>
    <message>
        <source>hybrid ViT</source>
        <translation>混合 ViT</translation>
    </message>
    <message>
        <source>distilled ViT</source>
        <translation>蒸馏 ViT</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>distillation</source>
        <translation>蒸馏</translation>
    </message>
    <message>
        <source>%1 registers</source>
        <translation>%1 个寄存器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>class token</source>
        <translation>类别令牌</translation>
    </message>
    <message>
        <source>both tokens</source>
        <translation>两个令牌</translation>
    </message>
    <message>
        <source>mean of patches</source>
        <translation>图块平均</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>GELU (tanh)</source>
        <translation>GELU (tanh)</translation>
    </message>
    <message>
        <source>quick GELU</source>
        <translation>quick GELU</translation>
    </message>
    <message>
        <source>squash %1 × %2</source>
        <translation>拉伸 %1 × %2</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>%1 px, %2 × %3</source>
        <translation>%1 像素，%2 × %3</translation>
    </message>
    <message>
        <source>family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>布局：%1</translation>
    </message>
    <message>
        <source>layers × heads</source>
        <translation>层 × 头</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>extra tokens</source>
        <translation>额外令牌</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>%1: %2, mean %3, std %4</source>
        <translation>%1：%2，均值 %3，标准差 %4</translation>
    </message>
    <message>
        <source>norm ε</source>
        <translation>归一化 ε</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>class token and mean of patches</source>
        <translation>类别令牌与图块平均</translation>
    </message>
    <message>
        <source>attention of a learned query</source>
        <translation>可学习查询的注意力池化</translation>
    </message>
    <message>
        <source>one of its classes</source>
        <translation>其中一个类别</translation>
    </message>
    <message>
        <source>labels, each by itself</source>
        <translation>各自独立的标签</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>单个数值</translation>
    </message>
    <message>
        <source>averaged (EMA)</source>
        <translation>平均（EMA）</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>none: numbers</source>
        <translation>无名称，仅编号</translation>
    </message>
    <message>
        <source>ImageNet-1k</source>
        <translation>ImageNet-1k</translation>
    </message>
    <message>
        <source>%1 names</source>
        <translation>%1 个名称</translation>
    </message>
    <message>
        <source>class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>The file names no classes. It has 1,000, so they are taken for ImageNet&apos;s; a network trained on others is then named wrongly.</source>
        <translation>文件没有给出类别名称。因为有 1,000 个类别，所以假定为 ImageNet 的类别；若网络是用其他类别训练的，名称就会有误。</translation>
    </message>
    <message>
        <source>A file with names can be chosen here.</source>
        <translation>可在此选择一个名称文件。</translation>
    </message>
    <message>
        <source>%1, not resized</source>
        <translation>%1，不缩放</translation>
    </message>
    <message>
        <source>blocks per stage</source>
        <translation>每阶段的模块数</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Size of the picture it was trained on, in pixels</source>
        <translation>训练时图片的尺寸（像素）</translation>
    </message>
    <message>
        <source>prediction from</source>
        <translation>预测依据</translation>
    </message>
    <message>
        <source>What the classifier at the end reads</source>
        <translation>末端的分类器读取什么</translation>
    </message>
    <message>
        <source>predicts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The file holds the weights and their running average.</source>
        <translation>文件中既有权重，也有它们的滑动平均。</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>any shape, up to %1 patches</source>
        <translation>任意形状，最多 %1 个图块</translation>
    </message>
    <message>
        <source>fit into %1 × %2</source>
        <translation>缩放至 %1 × %2 以内</translation>
    </message>
    <message>
        <source>temperatures</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Cosine attention: what each head multiplies its cosines by before the softmax.</source>
        <translation>余弦注意力：softmax 之前各注意力头的余弦所乘的系数。</translation>
    </message>
    <message>
        <source>colour profiles</source>
        <translation>颜色配置文件</translation>
    </message>
    <message>
        <source>to sRGB</source>
        <translation>转换为 sRGB</translation>
    </message>
    <message>
        <source>left</source>
        <translation>不转换</translation>
    </message>
    <message>
        <source>Colours are converted from a picture&apos;s own ICC profile to sRGB, from which networks learned. The references&apos; pipelines leave them as they are.</source>
        <translation>颜色会从图片自带的 ICC 配置文件转换为 sRGB，网络正是从 sRGB 学习的。参考流程则保持原样。</translation>
    </message>
    <message>
        <source>dark 16 bits</source>
        <translation>偏暗的 16 位</translation>
    </message>
    <message>
        <source>stretched</source>
        <translation>已拉伸</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>16-bit pictures that use fewer bits, of cameras and microscopes, can fill the whole range.</source>
        <translation>相机和显微镜的 16 位图片常未用满位数，可拉伸到全部范围。</translation>
    </message>
    <message>
        <source>bands shown</source>
        <translation>显示的波段</translation>
    </message>
    <message>
        <source>Which channels the picture is drawn of: one as grey, or three as red, green and blue</source>
        <translation>用哪些通道绘制图片：一个作灰度，或三个作红、绿、蓝</translation>
    </message>
    <message>
        <source>The file does not say it, so the usual is assumed. It cannot be changed here: a config.json beside the weights says it as problem_type.</source>
        <translation>文件没有说明，因此取最常见的情形。此处无法更改：权重旁的 config.json 以 problem_type 说明它。</translation>
    </message>
    <message>
        <source>%1 + %2 class layers</source>
        <translation>%1 + %2 个类别层</translation>
    </message>
</context>
<context>
    <name>patchlight::ModelLibrary</name>
    <message>
        <source>No models in %1.</source>
        <translation>%1 中没有模型。</translation>
    </message>
</context>
<context>
    <name>patchlight::NormCurve</name>
    <message>
        <source>Length after every block</source>
        <translation>每个模块之后的长度</translation>
    </message>
    <message>
        <source>after block %1: %2; half of all tokens are shorter than %3</source>
        <translation>模块 %1 之后：%2；半数令牌短于 %3</translation>
    </message>
    <message>
        <source>the token followed</source>
        <translation>跟踪的令牌</translation>
    </message>
    <message>
        <source>the middle one of all</source>
        <translation>全部的中位数</translation>
    </message>
</context>
<context>
    <name>patchlight::NumberedClasses</name>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
</context>
<context>
    <name>patchlight::OptionList</name>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>patchlight::Options</name>
    <message>
        <source>there is no method called %1</source>
        <translation>没有名为 %1 的方法</translation>
    </message>
    <message>
        <source>Shows what a Vision Transformer looks at.</source>
        <translation>显示视觉 Transformer 在看什么。</translation>
    </message>
    <message>
        <source>A picture to open.</source>
        <translation>要打开的图片。</translation>
    </message>
    <message>
        <source>fp32, bf16 or fp16; else as chosen in the window.</source>
        <translation>fp32、bf16 或 fp16；缺省为窗口中所选。</translation>
    </message>
    <message>
        <source>--precision %1: there are fp32, bf16 and fp16</source>
        <translation>--precision %1：只有 fp32、bf16 和 fp16</translation>
    </message>
    <message>
        <source>A checkpoint file or folder; the default model where absent.</source>
        <translation>检查点文件或文件夹；缺省为默认模型。</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:N.</source>
        <translation>auto、cpu、cuda 或 cuda:N。</translation>
    </message>
    <message>
        <source>The method to begin with: attention, rollout, relevancy, …</source>
        <translation>起始方法：attention、rollout、relevancy……</translation>
    </message>
    <message>
        <source>Processors to use, 0 for all; all but one where absent and there are more than two.</source>
        <translation>使用的处理器数，0 表示全部；缺省且多于两个时，为除一个以外的全部。</translation>
    </message>
    <message>
        <source>--size %1: write width and height in pixels, such as 1280x800</source>
        <translation>--size %1：请以像素写出宽和高，例如 1280x800</translation>
    </message>
    <message>
        <source>--theme %1: there are dark and light</source>
        <translation>--theme %1：只有 dark 和 light</translation>
    </message>
    <message>
        <source>--fonts %1: write a factor between 0.5 and 4</source>
        <translation>--fonts %1：请写 0.5 到 4 之间的倍数</translation>
    </message>
    <message>
        <source>--keys: there is no key called %1; write keys such as S, Shift+T or Ctrl+C</source>
        <translation>--keys：没有名为 %1 的按键；请写 S、Shift+T 或 Ctrl+C 这样的按键</translation>
    </message>
    <message>
        <source>--threads %1: write a number from 0, which stands for all processors, to %2</source>
        <translation>--threads %1：请写 0 到 %2 之间的数，0 表示全部处理器</translation>
    </message>
    <message>
        <source>Write the window as a picture, then end.</source>
        <translation>将窗口写成图片，然后结束。</translation>
    </message>
    <message>
        <source>Size of the window, in pixels.</source>
        <translation>窗口大小，单位为像素。</translation>
    </message>
    <message>
        <source>Colours of this run; else as chosen in the window.</source>
        <translation>本次运行的配色；缺省为窗口中所选。</translation>
    </message>
    <message>
        <source>Size of the fonts, times the system&apos;s.</source>
        <translation>字号，为系统字号的倍数。</translation>
    </message>
    <message>
        <source>Keys to press before the picture, such as &quot;S Shift+T&quot;.</source>
        <translation>写图片之前要按的键，例如 &quot;S Shift+T&quot;。</translation>
    </message>
    <message>
        <source>%1 and %2: the window opens one picture and one model at a time</source>
        <translation>%1 与 %2：窗口一次只能打开一张图片和一个模型</translation>
    </message>
    <message>
        <source>--completion %1: there are bash, zsh and fish</source>
        <translation>--completion %1：可选 bash、zsh 和 fish</translation>
    </message>
</context>
<context>
    <name>patchlight::PanelEdge</name>
    <message>
        <source>%1: click to fold, drag to make it higher</source>
        <translation>%1：点击折叠，拖动可调整高度</translation>
    </message>
    <message>
        <source>%1: click to fold, drag to make it wider</source>
        <translation>%1：点击折叠，拖动加宽</translation>
    </message>
</context>
<context>
    <name>patchlight::PredictionList</name>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>patchlight::PredictionList::Model</name>
    <message>
        <source>
before %1, now %2</source>
        <translation>
之前 %1，现在 %2</translation>
    </message>
    <message>
        <source>%1, %2 percent, before %3 percent</source>
        <translation>%1，百分之 %2，之前百分之 %3</translation>
    </message>
    <message>
        <source>%1, %2 percent</source>
        <translation>%1，百分之 %2</translation>
    </message>
    <message>
        <source>%1
class %2 · probability %3 · logit %4</source>
        <translation>%1
类别 %2 · 概率 %3 · logit %4</translation>
    </message>
    <message>
        <source>%1
output %2 · value %3</source>
        <translation>%1
输出 %2 · 数值 %3</translation>
    </message>
    <message>
        <source>%1, value %2</source>
        <translation>%1，数值 %2</translation>
    </message>
</context>
<context>
    <name>patchlight::PredictionPanel</name>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Which head predicts</source>
        <translation>由哪个分类头预测</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Distilled</source>
        <translation>蒸馏</translation>
    </message>
    <message>
        <source>Thin bar: without the changes. Small number: points gained or lost.</source>
        <translation>细线：未改动时的结果。小数字：增减的百分点。</translation>
    </message>
    <message>
        <source>How sure the model is</source>
        <translation>模型的把握</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>查找类别</translation>
    </message>
    <message>
        <source>Show all classes</source>
        <translation>显示所有类别</translation>
    </message>
    <message>
        <source>Top %1 only</source>
        <translation>仅前 %1 项</translation>
    </message>
    <message>
        <source>All %1 classes</source>
        <translation>全部 %1 个类别</translation>
    </message>
    <message>
        <source>Unsure: this model knows %1 things only.</source>
        <translation>没有把握：此模型只认识 %1 种事物。</translation>
    </message>
    <message>
        <source>This model knows %1 things.</source>
        <translation>此模型认识 %1 种事物。</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>其他模型</translation>
    </message>
    <message>
        <source>Open a picture to see what the model makes of it.</source>
        <translation>打开一张图片，看看模型如何理解它。</translation>
    </message>
    <message>
        <source>This model has no classifier. Attention and rollout work; methods for a class do not.</source>
        <translation>此模型没有分类器。注意力与注意力 Rollout 可用；针对类别的方法不可用。</translation>
    </message>
    <message>
        <source>This model has no classes: its answer is an embedding of %1 numbers. What of it the methods for a class explain:</source>
        <translation>此模型没有类别：它的回答是由 %1 个数组成的嵌入。针对类别的方法解释其中的：</translation>
    </message>
    <message>
        <source>Show the assumed names</source>
        <translation>显示假定的名称</translation>
    </message>
    <message>
        <source>Show numbers instead</source>
        <translation>改为显示编号</translation>
    </message>
    <message>
        <source>There is no class called %1.</source>
        <translation>没有名为“%1”的类别。</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Choose one to explain it</source>
        <translation>选择一个以解释它</translation>
    </message>
    <message>
        <source>Which of the two heads is asked: the mean of both, that of the class token, or the distilled one</source>
        <translation>采用哪个分类头：两者的平均、类别令牌的头，或蒸馏的头</translation>
    </message>
    <message>
        <source>The file names no classes: their numbers are certain, names of ImageNet only assumed</source>
        <translation>文件没有给出类别名称：编号是确定的，ImageNet 名称只是假设</translation>
    </message>
    <message>
        <source>Part of a class&apos;s name or its number; Enter explains the first that is found</source>
        <translation>类别名称的一部分或编号；按 Enter 解释找到的第一项</translation>
    </message>
    <message>
        <source>All classes in their order, and a field to find one</source>
        <translation>按顺序列出所有类别，并可查找</translation>
    </message>
</context>
<context>
    <name>patchlight::PredictionRows</name>
    <message>
        <source>Each label stands for itself, so they need not add up. The line marks 50 %.</source>
        <translation>每个标签各自独立，因此总和不必为 100 %。竖线标出 50 %。</translation>
    </message>
    <message>
        <source>Values, not probabilities.</source>
        <translation>这些是数值，不是概率。</translation>
    </message>
    <message>
        <source>One number. If it is a logit, its probability is %1 %.</source>
        <translation>单个数值。若它是 logit，则概率为 %1 %。</translation>
    </message>
    <message>
        <source>The names are assumed: ImageNet&apos;s, because there are 1,000.</source>
        <translation>名称是假定的：因为有 1,000 个类别，所以采用 ImageNet 的名称。</translation>
    </message>
</context>
<context>
    <name>patchlight::RangeSlider</name>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>patchlight::SampleButton</name>
    <message>
        <source>Sample picture: %1</source>
        <translation>示例图片：%1</translation>
    </message>
    <message>
        <source>Opens this picture, which comes with the program</source>
        <translation>打开这张随程序提供的图片</translation>
    </message>
</context>
<context>
    <name>patchlight::Screenshot</name>
    <message>
        <source>the window was not ready within a minute</source>
        <translation>窗口在一分钟内没有就绪</translation>
    </message>
</context>
<context>
    <name>patchlight::SegmentedControl</name>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>patchlight::Session</name>
    <message>
        <source>the default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>This is the last picture of the folder.</source>
        <translation>这是文件夹中的最后一张图片。</translation>
    </message>
    <message>
        <source>This is the first picture of the folder.</source>
        <translation>这是文件夹中的第一张图片。</translation>
    </message>
    <message>
        <source>This is the last of the pictures that came together.</source>
        <translation>这是一起拖入的图片中的最后一张。</translation>
    </message>
    <message>
        <source>This is the first of the pictures that came together.</source>
        <translation>这是一起拖入的图片中的第一张。</translation>
    </message>
    <message>
        <source>None of the %n pictures tried can be opened. %1</source>
        <translation>尝试的 %n 张图片都无法打开。%1</translation>
    </message>
    <message>
        <source>Stepped over a picture that cannot be opened: %1</source>
        <translation>已跳过一张无法打开的图片：%1</translation>
    </message>
    <message>
        <source>Stepped over %n pictures that cannot be opened: %1</source>
        <translation>已跳过 %n 张无法打开的图片：%1</translation>
    </message>
    <message>
        <source>Heads are fused within one layer at a time: those of layer %1 are no longer chosen.</source>
        <translation>每次只能融合同一层的头：第 %1 层的头不再被选中。</translation>
    </message>
    <message>
        <source>%1 has not run on this picture: what is shown is still of %2. Open the picture again to run it.</source>
        <translation>%1 还没有在这张图片上运行：显示的仍是 %2 的结果。要运行它，请再次打开这张图片。</translation>
    </message>
    <message>
        <source>%1 is open already.</source>
        <translation>%1 已经打开。</translation>
    </message>
    <message>
        <source>This test begins when the one that is running has ended.</source>
        <translation>正在进行的检验结束后，这项检验就会开始。</translation>
    </message>
    <message>
        <source>%1 does not say who looks here: it is asked where these patches look.</source>
        <translation>%1无法回答谁在看这里：改为询问这些图块看向哪里。</translation>
    </message>
</context>
<context>
    <name>patchlight::SettingsFile</name>
    <message>
        <source>The settings in %1 cannot be read: it is no file. The window begins with the defaults and keeps nothing; move it away.</source>
        <translation>无法读取 %1 中的设置：它不是文件。窗口以默认值启动且不保存任何设置；请将其移走。</translation>
    </message>
</context>
<context>
    <name>patchlight::SharesBar</name>
    <message>
        <source>Where the attention goes</source>
        <translation>注意力的去向</translation>
    </message>
</context>
<context>
    <name>patchlight::SharesPanel</name>
    <message>
        <source>Who looks here: every patch has its own whole, so these are not shares of one.</source>
        <translation>谁在看这里：每个图块各有自己的总和，因此这些值不是同一整体的份额。</translation>
    </message>
    <message>
        <source>The strongest or weakest of several heads does not add up to a whole.</source>
        <translation>多个头的最大值或最小值之和不是一个整体。</translation>
    </message>
    <message>
        <source>This head is switched off: it looks nowhere.</source>
        <translation>此注意力头已关闭：它不看任何地方。</translation>
    </message>
    <message>
        <source>Where it looks</source>
        <translation>关注何处</translation>
    </message>
    <message>
        <source>Where the attention goes</source>
        <translation>注意力的去向</translation>
    </message>
    <message>
        <source>Of the attention this map shows: how much goes to the picture, how much to tokens that stand for no place.</source>
        <translation>此热图所示的注意力中，有多少落在图片上，有多少落在不代表任何位置的令牌上。</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>class token itself</source>
        <translation>类别令牌自身</translation>
    </message>
    <message>
        <source>class token</source>
        <translation>类别令牌</translation>
    </message>
    <message>
        <source>distillation token</source>
        <translation>蒸馏令牌</translation>
    </message>
    <message>
        <source>register tokens</source>
        <translation>寄存器令牌</translation>
    </message>
    <message>
        <source>Where it goes: see %1 or %2.</source>
        <translation>注意力去向何处：见%1或%2。</translation>
    </message>
    <message>
        <source>What the values say</source>
        <translation>数值的含义</translation>
    </message>
    <message>
        <source>The map is not there yet.</source>
        <translation>热图还没有算好。</translation>
    </message>
</context>
<context>
    <name>patchlight::ShortcutOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>any key closes</source>
        <translation>按任意键关闭</translation>
    </message>
    <message>
        <source>↑ ↓ and wheel scroll · any other key closes</source>
        <translation>↑ ↓ 和滚轮可滚动 · 按其他任意键关闭</translation>
    </message>
</context>
<context>
    <name>patchlight::StatisticsChart</name>
    <message>
        <source>layer %1 · head %2 · %3 %4</source>
        <translation>层 %1 · 头 %2 · %3 %4</translation>
    </message>
    <message>
        <source>a head</source>
        <translation>单个头</translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation>各头的平均</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>所选</translation>
    </message>
</context>
<context>
    <name>patchlight::StatisticsPanel</name>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Distance, pixels</source>
        <translation>距离（像素）</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Statistics of the heads</source>
        <translation>注意力头统计</translation>
    </message>
    <message>
        <source>Entropy, nats</source>
        <translation>熵（nat）</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>Share on other tokens</source>
        <translation>落在其他令牌上的份额</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>share</source>
        <translation>份额</translation>
    </message>
</context>
<context>
    <name>patchlight::StatusStrip</name>
    <message>
        <source>open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>hide patches</source>
        <translation>遮挡图块</translation>
    </message>
    <message>
        <source>Running with the changes</source>
        <translation>正在以改动重新运行</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>head</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>forward %1</source>
        <translation>前向 %1</translation>
    </message>
    <message>
        <source>map %1</source>
        <translation>热图 %1</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在加载 %1</translation>
    </message>
    <message>
        <source>Running on %1</source>
        <translation>正在处理 %1</translation>
    </message>
    <message>
        <source>Computing %1</source>
        <translation>正在计算 %1</translation>
    </message>
    <message>
        <source>Deleting and inserting patches</source>
        <translation>正在删除和插入图块</translation>
    </message>
    <message>
        <source>test</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Show the models</source>
        <translation>显示模型</translation>
    </message>
    <message>
        <source>Models that are fetched</source>
        <translation>正在下载的模型</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>正在下载 %1</translation>
    </message>
    <message>
        <source>Fetching %1 models</source>
        <translation>正在下载 %1 个模型</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>block</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>follow a patch</source>
        <translation>跟随图块</translation>
    </message>
    <message>
        <source>map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>one block again: %1</source>
        <translation>重算一个模块：%1</translation>
    </message>
    <message>
        <source>Previous picture of the folder (Page Up)</source>
        <translation>文件夹中的上一张图片（Page Up）</translation>
    </message>
    <message>
        <source>Next picture of the folder (Page Down)</source>
        <translation>文件夹中的下一张图片（Page Down）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 张，共 %2 张</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>who looks here</source>
        <translation>谁关注此处</translation>
    </message>
    <message>
        <source>right click</source>
        <translation>右键点击</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Randomising the weights</source>
        <translation>正在随机化权重</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>约 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>steps done</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Reads it again; what is chosen stays</source>
        <translation>重新读取；所选内容保持不变</translation>
    </message>
    <message>
        <source>%1 changed on disk · Reload</source>
        <translation>%1 在磁盘上已更改 · 重新载入</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open or fetch</source>
        <translation>打开或下载</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Stops what is being computed; what is shown stays (Esc)</source>
        <translation>停止正在进行的计算；已显示的保持不变（Esc）</translation>
    </message>
    <message>
        <source>follow a place</source>
        <translation>跟随一个位置</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>patchlight::Texts</name>
    <message>
        <source>Close other programs, or use a smaller model or picture.</source>
        <translation>请关闭其他程序，或使用更小的模型或图片。</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>one layer</source>
        <translation>单层</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>class token</source>
        <translation>类别令牌</translation>
    </message>
    <message>
        <source>all patches</source>
        <translation>所有图块</translation>
    </message>
    <message>
        <source>distillation token</source>
        <translation>蒸馏令牌</translation>
    </message>
    <message>
        <source>register %1</source>
        <translation>寄存器 %1</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>行 %1、列 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n patches</source>
        <translation>
            <numerusform>%n 个图块</numerusform>
        </translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>mean of heads</source>
        <translation>头的平均</translation>
    </message>
    <message>
        <source>maximum of heads</source>
        <translation>头的最大值</translation>
    </message>
    <message>
        <source>minimum of heads</source>
        <translation>头的最小值</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 类</translation>
    </message>
    <message>
        <source>no classes</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>class token − distillation token</source>
        <translation>类别令牌 − 蒸馏令牌</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source> here</source>
        <translation>（在此填写）</translation>
    </message>
    <message>
        <source>; choose the CPU above</source>
        <translation>；请在上方选择 CPU</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>; the model box lists what there is</source>
        <translation>；模型框列出现有的模型</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>component %1 of the embedding</source>
        <translation>嵌入的分量 %1</translation>
    </message>
    <message>
        <source>similarity to %1</source>
        <translation>与 %1 的相似度</translation>
    </message>
    <message>
        <source>norm of the embedding</source>
        <translation>嵌入的范数</translation>
    </message>
    <message>
        <source>%1 of %2 × %3 places</source>
        <translation>%1（共 %2 × %3 个位置）</translation>
    </message>
    <message>
        <source>\1 heads do not divide</source>
        <translation>\1 个头不能整除</translation>
    </message>
    <message>
        <source>give the size here</source>
        <translation>在此填写尺寸</translation>
    </message>
    <message>
        <source>a smaller image size</source>
        <translation>较小的图像尺寸</translation>
    </message>
    <message>
        <source>an image size of \1 is</source>
        <translation>图像尺寸 \1</translation>
    </message>
    <message>
        <source>take the correction back</source>
        <translation>撤销此更正</translation>
    </message>
    <message>
        <source>correct the activation</source>
        <translation>更正激活函数</translation>
    </message>
    <message>
        <source>choose fp32 above</source>
        <translation>请在上方选择 fp32</translation>
    </message>
    <message>
        <source>; the model box fetches it</source>
        <translation>；可在模型框中下载</translation>
    </message>
    <message>
        <source>; fetch it again</source>
        <translation>；请重新下载</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>the base does</source>
        <translation>基础网络</translation>
    </message>
</context>
<context>
    <name>patchlight::ThinProgress</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>百分之 %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>patchlight::TopBar</name>
    <message>
        <source>Hide patches</source>
        <translation>遮挡图块</translation>
    </message>
    <message>
        <source>A brush that takes patches away from the network: see what it makes of the rest (H)</source>
        <translation>用画笔向网络遮去图块：看看它如何看待其余部分（H）</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Holds this map beside the next one you choose (C)</source>
        <translation>将这张热图保留在您接下来选择的热图旁边 (C)</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>Dark or light (Ctrl+T)</source>
        <translation>深色或浅色 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation>正在加载 %1…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Models on this computer and published ones (Ctrl+M)</source>
        <translation>本机上的和公开发布的模型（Ctrl+M）</translation>
    </message>
    <message>
        <source>Way of looking</source>
        <translation>查看方式</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>What the network looks at (Tab)</source>
        <translation>网络在看什么（Tab）</translation>
    </message>
    <message>
        <source>Follow one patch through the network, step by step (Tab)</source>
        <translation>一步步跟随一个图块穿过网络（Tab）</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Plays the steps one after another (Shift+P)</source>
        <translation>依次播放各步骤（Shift+P）</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Tour through the network</source>
        <translation>网络导览</translation>
    </message>
    <message>
        <source>About Patchlight</source>
        <translation>关于 Patchlight</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>The guide, keys, the tour, and about this program</source>
        <translation>指南、按键、导览以及关于本程序</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>A picture from this computer (Ctrl+O)</source>
        <translation>打开本机的图片（Ctrl+O）</translation>
    </message>
    <message>
        <source>The map as a picture, a figure or numbers (Ctrl+E)</source>
        <translation>把热图导出为图片、插图或数字（Ctrl+E）</translation>
    </message>
    <message>
        <source>Opens a picture that was open before</source>
        <translation>打开之前打开过的图片</translation>
    </message>
    <message>
        <source>The map, or the way of one patch through the network (Tab)</source>
        <translation>热图，或一个图块在网络中的路径（Tab）</translation>
    </message>
</context>
<context>
    <name>patchlight::Tour</name>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · 已暂停</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
</context>
<context>
    <name>patchlight::ValueTexts</name>
    <message>
        <source>These values say how much each patch raises (red) or lowers (blue) %1, not where attention goes.</source>
        <translation>这些数值表示每个图块使“%1”升高（红）或降低（蓝）多少，而不是注意力去向何处。</translation>
    </message>
    <message>
        <source>These values say how much each patch lowers %1, not where attention goes.</source>
        <translation>这些数值表示每个图块使“%1”降低多少，而不是注意力去向何处。</translation>
    </message>
    <message>
        <source>These values say how much each patch raises %1, not where attention goes.</source>
        <translation>这些数值表示每个图块使“%1”升高多少，而不是注意力去向何处。</translation>
    </message>
    <message>
        <source>These values are attention weighed by how much it lowers %1, so they are not shares of it.</source>
        <translation>这些数值是按其使“%1”降低的程度加权的注意力，因此不是注意力的份额。</translation>
    </message>
    <message>
        <source>These values are attention weighed by how much it raises %1, so they are not shares of it.</source>
        <translation>这些数值是按其使“%1”升高的程度加权的注意力，因此不是注意力的份额。</translation>
    </message>
    <message>
        <source>These values are the most attention that could pass from each patch, so they are not shares of it.</source>
        <translation>这些数值是每个图块最多能传递的注意力，因此不是注意力的份额。</translation>
    </message>
    <message>
        <source>These values say how strongly a small change of each patch moves %1, up or down, not where attention goes.</source>
        <translation>这些数值表示每个图块的微小变化使 %1 变动（升或降）多少，而不是注意力去向何处。</translation>
    </message>
    <message>
        <source>These values say what stands out in this layer, not where attention goes.</source>
        <translation>这些数值表示这一层中什么最突出，而不是注意力去向何处。</translation>
    </message>
    <message>
        <source>This shows what the patches are like, not where the attention goes.</source>
        <translation>这里显示图块本身是什么样的，而不是注意力去向何处。</translation>
    </message>
    <message>
        <source>This is a baseline: its values know nothing of the network.</source>
        <translation>这是基线：其数值对网络一无所知。</translation>
    </message>
    <message>
        <source>the class</source>
        <translation>该类别</translation>
    </message>
    <message>
        <source>Strongest: %1.</source>
        <translation>最强：%1。</translation>
    </message>
    <message>
        <source>Red: the class token looks there more; blue: the distillation token does. Differences are not shares.</source>
        <translation>红色：类别令牌更多地看向那里；蓝色：蒸馏令牌更多地看向那里。差值不是份额。</translation>
    </message>
    <message>
        <source>Strongest in blue: %1.</source>
        <translation>蓝色最强：%1。</translation>
    </message>
    <message>
        <source>Strongest in red: %1; in blue: %2.</source>
        <translation>红色最强：%1；蓝色最强：%2。</translation>
    </message>
    <message>
        <source>These values are attention whose columns were scaled, so they are not shares of it.</source>
        <translation>这些值是各列经过缩放的注意力，因此不是注意力的占比。</translation>
    </message>
    <message>
        <source>the %1</source>
        <comment>norm of the embedding, similarity to a picture</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>Strongest of the others: %1.</source>
        <translation>其余图块中最强：%1。</translation>
    </message>
    <message>
        <source>Every value is 0: there is nothing to see in this map.</source>
        <translation>所有值都是 0：这张热图里没有可看的内容。</translation>
    </message>
    <message>
        <source>Every value is 0: nothing in this map lowers %1. Another layer may say more.</source>
        <translation>所有值都是 0：这张热图里没有任何部分使“%1”降低。换一层也许能看到更多。</translation>
    </message>
    <message>
        <source>Every value is 0: nothing in this map raises %1. Another layer may say more.</source>
        <translation>所有值都是 0：这张热图里没有任何部分使“%1”升高。换一层也许能看到更多。</translation>
    </message>
    <message>
        <source>These values are relevance of attention weighed by how much it lowers %1, so they are not shares of it.</source>
        <translation>这些数值是注意力的相关性，按注意力使“%1”降低的程度加权，因此不是注意力的份额。</translation>
    </message>
    <message>
        <source>These values are relevance of attention weighed by how much it raises %1, so they are not shares of it.</source>
        <translation>这些数值是注意力的相关性，按注意力使“%1”升高的程度加权，因此不是注意力的份额。</translation>
    </message>
</context>
<context>
    <name>patchlight::WayPanel</name>
    <message>
        <source>The way through</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>模块</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Head</source>
        <translation>注意力头</translation>
    </message>
</context>
<context>
    <name>patchlight::WeightsPanel</name>
    <message>
        <source>Filters of the patch embedding</source>
        <translation>图块嵌入的滤波器</translation>
    </message>
    <message>
        <source>Bias by relative position, of every head</source>
        <translation>各头的相对位置偏置</translation>
    </message>
    <message>
        <source>Patch filters</source>
        <translation>图块滤波器</translation>
    </message>
    <message>
        <source>Position bias</source>
        <translation>位置偏置</translation>
    </message>
    <message>
        <source>component %1 · %2 % of the variance</source>
        <translation>成分 %1 · 方差的 %2 %</translation>
    </message>
    <message>
        <source>What the patch embedding looks for in the pixels: its %1 strongest components, %2 % of the variance of all filters.</source>
        <translation>图块嵌入在像素中寻找什么：最强的 %1 个成分，占所有滤波器方差的 %2 %。</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>Layer %1 has no bias by position.</source>
        <translation>第 %1 层没有位置偏置。</translation>
    </message>
    <message>
        <source>Layer %1: what each head adds to its scores by offset alone, the query in the middle. Red looks there, blue away.</source>
        <translation>第 %1 层：各头仅凭偏移加到得分上的值，查询位于中央。红色看向那里，蓝色避开。</translation>
    </message>
</context>
<context>
    <name>patchlight::inside::CardText</name>
    <message>
        <source>Vaswani et al. 2017, %1</source>
        <translation>Vaswani 等 2017，%1</translation>
    </message>
    <message>
        <source>Four neighbouring cells become one: their numbers are joined, normed and brought down to twice the channels. The grid is half as wide and high from here on.</source>
        <translation>相邻的四个单元合并为一个：把它们的数拼接起来，经层归一化，再降到两倍的通道数。此后网格的宽和高都减半。</translation>
    </message>
    <message>
        <source>%1 cells become %2</source>
        <translation>%1 个单元变为 %2</translation>
    </message>
    <message>
        <source>Liu et al. 2021, section 3.1</source>
        <translation>Liu 等 2021，第 3.1 节</translation>
    </message>
    <message>
        <source>Before anything is compared, the token is brought to one measure: its mean is taken off and it is divided by its spread. Two learned numbers for each channel stretch and shift it.</source>
        <translation>比较之前先统一尺度（层归一化）：减去均值，再除以标准差；每个通道另有两个学到的数负责缩放和平移。</translation>
    </message>
    <message>
        <source>The sum is brought to one measure again before the MLP sees it.</source>
        <translation>相加的结果再做一次层归一化，然后才交给 MLP。</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>after: %1</source>
        <translation>之后：%1</translation>
    </message>
    <message>
        <source>its mean μ</source>
        <translation>均值 μ</translation>
    </message>
    <message>
        <source>its spread σ</source>
        <translation>标准差 σ</translation>
    </message>
    <message>
        <source>length before</source>
        <translation>之前的长度</translation>
    </message>
    <message>
        <source>length after</source>
        <translation>之后的长度</translation>
    </message>
    <message>
        <source>Ba et al. 2016, “Layer Normalization”</source>
        <translation>Ba 等 2016，“Layer Normalization”</translation>
    </message>
    <message>
        <source>A token looks only at its own window. In this block the windows are moved by %1 cells, so that neighbours that were apart meet; cells that only the move put together must not see each other.</source>
        <translation>每个令牌只看自己所在的窗口。本模块中窗口移动了 %1 个单元，使原先被隔开的邻居得以相遇；仅因移动才凑到一起的单元不得互相看到。</translation>
    </message>
    <message>
        <source>A token looks only at its own window of %1 cells: cheap, but blind to the next window. The next block moves the windows.</source>
        <translation>每个令牌只看自己所在的 %1 窗口：省算力，却看不到相邻窗口。下一个模块会移动窗口。</translation>
    </message>
    <message>
        <source>what %1 can look at</source>
        <translation>%1能看到的范围</translation>
    </message>
    <message>
        <source>what %1 can look at; crossed out by the mask: %2 cells</source>
        <translation>%1能看到的范围；被掩码划去 %2 个单元</translation>
    </message>
    <message>
        <source>Liu et al. 2021, section 3.2 and figure 4</source>
        <translation>Liu 等 2021，第 3.2 节和图 4</translation>
    </message>
    <message>
        <source>Three matrices make three short vectors of the token, anew for every head. Its query says what it looks for, its key what it has to offer, its value what it hands over when it is read.</source>
        <translation>三个矩阵把令牌变成三个短向量，每个注意力头各算一次。查询说它在找什么，键说它能提供什么，值是它被读取时交出的内容。</translation>
    </message>
    <message>
        <source>%1: %2 numbers, length %3</source>
        <translation>%1：%2 个数，长度 %3</translation>
    </message>
    <message>
        <source>%1 after the norm</source>
        <translation>层归一化之后的%1</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equation 5</source>
        <translation>Dosovitskiy 等 2021，式 5</translation>
    </message>
    <message>
        <source>There are no positions in the tokens. Instead every head has a learned number for each way to lie beside each other, and adds it to the score: so it knows near from far.</source>
        <translation>令牌里没有位置编码。每个注意力头为每种相对位置学到一个数，加到得分上，从而分辨远近。</translation>
    </message>
    <message>
        <source>bias, as seen from %1: %2</source>
        <translation>从%1看到的偏置：%2</translation>
    </message>
    <message>
        <source>scores with the bias in them</source>
        <translation>加上偏置后的得分</translation>
    </message>
    <message>
        <source>Liu et al. 2021, equation 4</source>
        <translation>Liu 等 2021，式 4</translation>
    </message>
    <message>
        <source>The query of the token you follow meets the key of every token: multiplied number by number and summed. A large score says: this one has what I look for.</source>
        <translation>您所跟随的令牌用它的查询与每个令牌的键逐数相乘再求和。得分高表示：它有我要找的东西。</translation>
    </message>
    <message>
        <source>query of %1: %2 numbers</source>
        <translation>%1的查询：%2 个数</translation>
    </message>
    <message>
        <source>scores %1</source>
        <translation>得分 %1</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equation 6</source>
        <translation>Dosovitskiy 等 2021，式 6</translation>
    </message>
    <message>
        <source>%1: switched off</source>
        <translation>%1：已关闭</translation>
    </message>
    <message>
        <source>This head is switched off: whatever its scores say, nothing is read.</source>
        <translation>此注意力头已关闭：无论得分如何，什么也不读取。</translation>
    </message>
    <message>
        <source>weights up to %1</source>
        <translation>权重最高 %1</translation>
    </message>
    <message>
        <source>%1 on patches, %2</source>
        <translation>图块占 %1，%2</translation>
    </message>
    <message>
        <source>and %1 more, %2 together</source>
        <translation>以及另外 %1 个，合计 %2</translation>
    </message>
    <message>
        <source>Every token hands over its value, times its weight. Their sum is what this head found for the token you follow.</source>
        <translation>每个令牌交出自己的值，乘以权重。它们的和就是这个注意力头为您所跟随的令牌找到的内容。</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equation 7</source>
        <translation>Dosovitskiy 等 2021，式 7</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>and %1 more heads</source>
        <translation>以及另外 %1 个头</translation>
    </message>
    <message>
        <source>what each head found, with its length</source>
        <translation>每个头找到的内容及其长度</translation>
    </message>
    <message>
        <source>what is added</source>
        <translation>加上的量</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equations 2 and 8</source>
        <translation>Dosovitskiy 等 2021，式 2 和式 8</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>模块 %1</translation>
    </message>
    <message>
        <source>block %1, head %2</source>
        <translation>模块 %1，头 %2</translation>
    </message>
    <message>
        <source>channel %1: %2</source>
        <translation>通道 %1：%2</translation>
    </message>
    <message>
        <source>what is left: %1 pixels</source>
        <translation>剩下的部分：%1 像素</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>− %1, then / %2</source>
        <translation>− %1，再 / %2</translation>
    </message>
    <message>
        <source>of pixels between 0 and 1</source>
        <translation>像素取值在 0 到 1 之间</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, section 3.1</source>
        <translation>Dosovitskiy 等 2021，第 3.1 节</translation>
    </message>
    <message>
        <source>The picture is cut into %1 patches of %2 pixels. To the network, a patch is a word: from here on it sees numbers, not a picture.</source>
        <translation>图片被切成 %1 个 %2 像素的图块。对网络来说，一个图块就像一个词：从这里起它看到的是数，而不是图片。</translation>
    </message>
    <message>
        <source>%1 patches; click one to follow it</source>
        <translation>%1 个图块；点击即可跟随</translation>
    </message>
    <message>
        <source>Further convolutions put together what the ones before found: fewer places, more channels. These are the strongest.</source>
        <translation>后续卷积把前面找到的内容组合起来：位置更少，通道更多。这里是最强的几个。</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, section 3.1, hybrid architecture; He et al. 2016</source>
        <translation>Dosovitskiy 等 2021，第 3.1 节，混合结构；He 等 2016</translation>
    </message>
    <message>
        <source>Each of %1 filters is laid over the patch, multiplied number by number, and summed to one number. The same filters go over every patch: this is a convolution that moves on by a whole patch.</source>
        <translation>%1 个滤波器逐一盖在图块上，逐数相乘，再求和得到一个数。同一组滤波器扫过每个图块：这就是步长为一个图块的卷积。</translation>
    </message>
    <message>
        <source>A linear layer makes %1 numbers of what the convolutions found at each place.</source>
        <translation>线性层把卷积在每个位置找到的内容变成 %1 个数。</translation>
    </message>
    <message>
        <source>their product</source>
        <translation>二者之积</translation>
    </message>
    <message>
        <source>sum %1, bias %2</source>
        <translation>和 %1，偏置 %2</translation>
    </message>
    <message>
        <source>all %1 of %2, after a layer norm; click a number for its filter</source>
        <translation>%2的全部 %1 个数，经层归一化；点击某个数查看其滤波器</translation>
    </message>
    <message>
        <source>all %1 of %2; click a number for its filter</source>
        <translation>%2的全部 %1 个数；点击某个数查看其滤波器</translation>
    </message>
    <message>
        <source>filter %1 over the whole picture: %2</source>
        <translation>滤波器 %1 作用于整幅图片：%2</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equation 1</source>
        <translation>Dosovitskiy 等 2021，式 1</translation>
    </message>
    <message>
        <source>To every token its position is added, for nothing else says where in the picture a patch lies.</source>
        <translation>每个令牌都加上位置编码，因为此外再没有什么能说明图块在图片的何处。</translation>
    </message>
    <message>
        <source>its embedding, length %1</source>
        <translation>它的嵌入，长度 %1</translation>
    </message>
    <message>
        <source>+ its position, length %1</source>
        <translation>+ 它的位置编码，长度 %1</translation>
    </message>
    <message>
        <source>= what the first block is given, length %1</source>
        <translation>= 第一个模块收到的内容，长度 %1</translation>
    </message>
    <message>
        <source>%1, with its position: length %2</source>
        <translation>%1（含位置编码）：长度 %2</translation>
    </message>
    <message>
        <source>%1: a row a token</source>
        <translation>%1：每行一个令牌</translation>
    </message>
    <message>
        <source>likeness of its position to all others (cosine): %1</source>
        <translation>其位置编码与其他位置的相似程度（余弦）：%1</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equation 1 and figure 7</source>
        <translation>Dosovitskiy 等 2021，式 1 和图 7</translation>
    </message>
    <message>
        <source>mean of all patches</source>
        <translation>所有图块的平均</translation>
    </message>
    <message>
        <source>class token</source>
        <translation>类别令牌</translation>
    </message>
    <message>
        <source>all %1, sorted: %2 above zero, largest %3</source>
        <translation>全部 %1 个，排序：%2 个大于零，最大 %3</translation>
    </message>
    <message>
        <source>neuron %1: %2 here</source>
        <translation>神经元 %1：此处 %2</translation>
    </message>
    <message>
        <source>what the MLP says of it: %1</source>
        <translation>MLP 的输出：%1</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equation 3 · Geva et al. 2021</source>
        <translation>Dosovitskiy 等 2021，式 3 · Geva 等 2021</translation>
    </message>
    <message>
        <source>after block %1</source>
        <translation>模块 %1 之后</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equation 3</source>
        <translation>Dosovitskiy 等 2021，式 3</translation>
    </message>
    <message>
        <source>After the last norm this network ends: it has no head. What it says of a picture are these numbers.</source>
        <translation>最后一次层归一化之后，网络就结束了：它没有分类头。它对图片的描述就是这些数。</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>针对 %1</translation>
    </message>
    <message>
        <source>%1 after the last norm</source>
        <translation>最后一次层归一化之后的%1</translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>their product: red speaks for %1, blue against</source>
        <translation>二者之积：红色支持 %1，蓝色反对</translation>
    </message>
    <message>
        <source>says the class token</source>
        <translation>类别令牌的回答</translation>
    </message>
    <message>
        <source>says the distillation token</source>
        <translation>蒸馏令牌的回答</translation>
    </message>
    <message>
        <source>their mean: score of %1</source>
        <translation>二者平均：%1 的得分</translation>
    </message>
    <message>
        <source>score of %1</source>
        <translation>%1 的得分</translation>
    </message>
    <message>
        <source>Dosovitskiy et al. 2021, equation 4</source>
        <translation>Dosovitskiy 等 2021，式 4</translation>
    </message>
    <message>
        <source>Touvron et al. 2021, section 4</source>
        <translation>Touvron 等 2021，第 4 节</translation>
    </message>
    <message>
        <source>between them</source>
        <translation>两者之差</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>主干起始卷积</translation>
    </message>
    <message>
        <source>This block is switched off: the token passes it by unchanged.</source>
        <translation>此模块已关闭：令牌原样通过。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Class token, positions</source>
        <translation>类别令牌与位置编码</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Queries, keys, values</source>
        <translation>查询、键、值</translation>
    </message>
    <message>
        <source>Relative position</source>
        <translation>相对位置</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weighted values</source>
        <translation>加权的值</translation>
    </message>
    <message>
        <source>Heads joined, added</source>
        <translation>多头拼接与残差</translation>
    </message>
    <message>
        <source>Norm 2</source>
        <translation>层归一化 2</translation>
    </message>
    <message>
        <source>Added again</source>
        <translation>再次相加</translation>
    </message>
    <message>
        <source>Norm, head</source>
        <translation>层归一化与分类头</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>No positions are added to the tokens. Instead the query and the key of a patch are turned, pair by pair of numbers, by angles that depend on its place: their product then knows how far apart two patches lie.</source>
        <translation>令牌上不加位置编码，而是把图块的查询和键按其位置决定的角度成对旋转：它们的乘积因此知道两个图块相距多远。</translation>
    </message>
    <message>
        <source>query before: length %1</source>
        <translation>旋转前的查询：长度 %1</translation>
    </message>
    <message>
        <source>query turned: length %1, the same</source>
        <translation>旋转后的查询：长度 %1，不变</translation>
    </message>
    <message>
        <source>Su et al. 2021, “RoFormer”</source>
        <translation>Su 等 2021，“RoFormer”</translation>
    </message>
    <message>
        <source>Convolutions look at each place and its neighbours, and what they find is added to what was there. These channels are strongest at the place you follow.</source>
        <translation>卷积查看每个位置及其邻居，并把找到的内容加到原有内容上。这里是在您所跟随的位置最强的通道。</translation>
    </message>
    <message>
        <source>all %1 channels of %2</source>
        <translation>%2的全部 %1 个通道</translation>
    </message>
    <message>
        <source>channel %1: %2 here</source>
        <translation>通道 %1：此处 %2</translation>
    </message>
    <message>
        <source>He et al. 2016, “Deep Residual Learning”</source>
        <translation>He 等 2016，“Deep Residual Learning”</translation>
    </message>
    <message>
        <source>Bao et al. 2021, “BEiT”</source>
        <translation>Bao 等 2021，“BEiT”</translation>
    </message>
    <message>
        <source>In this network the norm comes last: what was found is brought to one measure before it is added.</source>
        <translation>在这个网络里层归一化在后：先把找到的内容统一尺度，再相加。</translation>
    </message>
    <message>
        <source>%1 as it comes</source>
        <translation>原样的%1</translation>
    </message>
    <message>
        <source>class token beside the mean of all patches</source>
        <translation>类别令牌与所有图块平均的拼接</translation>
    </message>
    <message>
        <source>what a learned query of the head gathers from all tokens</source>
        <translation>分类头学到的查询从所有令牌收集的内容</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation>残差块</translation>
    </message>
    <message>
        <source>mean of all places</source>
        <translation>所有位置的平均</translation>
    </message>
    <message>
        <source>Added again (the second residual), and the block is done: the token goes on to the next one.</source>
        <translation>再次相加（第二个残差），模块结束：令牌进入下一个模块。</translation>
    </message>
    <message>
        <source>That is what the class token is for: block by block it gathered from the patches what the answer needs.</source>
        <translation>这就是类别令牌的用处：它在一个个模块中从图块里收集了作答所需的内容。</translation>
    </message>
    <message>
        <source>Here one window holds all %1 cells: every token looks at every other.</source>
        <translation>这里一个窗口就包含全部 %1 个单元：每个令牌都能看到其他所有令牌。</translation>
    </message>
    <message>
        <source>%1 cells, windows: %2</source>
        <translation>%1 个单元，窗口数：%2</translation>
    </message>
    <message>
        <source>no query: in this block only the class token asks</source>
        <translation>没有查询：在这个模块里只有类别令牌提出查询</translation>
    </message>
    <message>
        <source>The root keeps the sum of %1 products from growing with their number.</source>
        <translation>除以根号，是为了让 %1 个乘积之和不随个数变大。</translation>
    </message>
    <message>
        <source>What all heads found is put side by side, mixed by one more matrix, and added to the token. The token is not replaced: it carries on what it was, and a little more (the residual connection).</source>
        <translation>所有注意力头找到的内容并排拼接（多头自注意力），再经一个矩阵混合，加到令牌上。令牌并未被替换：它带着原来的内容继续前行，又多了一点（残差连接）。</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>what the network is given: on this page red is above zero, blue below, and stronger is further from it</source>
        <translation>网络得到的数：在本页中，红色大于零，蓝色小于零，颜色越强离零越远</translation>
    </message>
    <message>
        <source>First, convolutions look for edges and colours. Each channel is a picture of where one of them was found; these are the strongest.</source>
        <translation>首先，卷积寻找边缘和颜色。每个通道画出其中一种出现在哪里；这里是最强的几个。</translation>
    </message>
    <message>
        <source>Class token</source>
        <translation>类别令牌</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>In this block only the class token asks: it gathers from all patches, while %1 has no query; it is read, and goes on unchanged. Follow the class token to see more.</source>
        <translation>在这个模块里只有类别令牌提出查询：它从所有图块中收集内容，而%1没有查询；它被读取，然后原样继续前行。跟随类别令牌可以看到更多。</translation>
    </message>
    <message>
        <source>Nothing is added that says where a patch lies: this network tells it inside its blocks.</source>
        <translation>这里不加任何说明图块位置的东西：这个网络在各模块内部给出位置。</translation>
    </message>
    <message>
        <source>%1: length %2</source>
        <translation>%1：长度 %2</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 = %4 numbers, row by row, colour by colour</source>
        <translation>%1 · %2 · %3 = %4 个数，逐行、逐色排列</translation>
    </message>
    <message>
        <source>The network takes pictures of one size: yours is resized to it, whatever its proportions.</source>
        <translation>网络只接受一种尺寸的图片：不论长宽比，直接缩放到该尺寸。</translation>
    </message>
    <message>
        <source>The network takes pictures of one size: yours is resized, whatever its proportions, and its middle cut out.</source>
        <translation>网络只接受一种尺寸的图片：不论长宽比直接缩放，再裁出中间部分。</translation>
    </message>
    <message>
        <source>The network takes pictures of one size: of yours the middle is cut out as it is.</source>
        <translation>网络只接受一种尺寸的图片：不缩放，直接裁出中间部分。</translation>
    </message>
    <message>
        <source>The network takes pictures of one size: yours is resized to fit into it, with black around it.</source>
        <translation>网络只接受一种尺寸的图片：按比例缩放到其中，四周补黑。</translation>
    </message>
    <message>
        <source>The network takes pictures of any shape: yours is resized to whole patches.</source>
        <translation>网络接受任意形状的图片：缩放为整数个图块。</translation>
    </message>
    <message>
        <source>The network takes pictures of one size: yours is resized and its middle cut out.</source>
        <translation>网络只接受一种尺寸的图片：先缩放，再裁出中间部分。</translation>
    </message>
    <message>
        <source>Mean, head</source>
        <translation>平均与分类头</translation>
    </message>
    <message>
        <source>The scores become shares of one whole. That is the answer; the map view asks which parts of the picture it rests on.</source>
        <translation>得分变成一个整体中的份额，这就是答案；“图”则追问答案依据图片的哪些部分。</translation>
    </message>
    <message>
        <source>You follow the %1, which comes in later and has no pixels: the patch in the middle stands in. Click a patch to follow it.</source>
        <translation>您跟随的是%1：它稍后才加入，没有像素，这里用中间的图块代替。点击图块即可跟随它。</translation>
    </message>
    <message>
        <source>So are %1 learned registers, which stand for no patch: the network keeps there what concerns the whole picture, where it would else write over patches of plain background.</source>
        <translation>同样放在前面的还有 %1 个学到的寄存器令牌，它们不代表任何图块：网络把关于整张图片的信息存放在那里，否则就会占用平淡背景的图块。</translation>
    </message>
    <message>
        <source>To every other token its position is added, for nothing else says where in the picture a patch lies.</source>
        <translation>其余每个令牌都加上自己的位置编码，因为没有别的东西说明图块在图片中的位置。</translation>
    </message>
    <message>
        <source>Darcet et al. 2023, “Vision Transformers Need Registers”</source>
        <translation>Darcet 等 2023，“Vision Transformers Need Registers”</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>query times the key of %1, number by number: red adds to the score, blue takes from it; the sum %2, divided by √%3, is %4</source>
        <translation>查询与%1的键逐数相乘：红色增加得分，蓝色减少得分；总和 %2 除以 √%3 得 %4</translation>
    </message>
    <message>
        <source>; with the bias %1</source>
        <translation>；加上偏置为 %1</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Then the mean of every colour is taken off and the rest divided by its spread, so that the numbers lie around zero.</source>
        <translation>然后减去各颜色的均值，再除以其标准差，使数值围绕零分布。</translation>
    </message>
    <message>
        <source>; %1 on padding outside the picture, which the map view leaves out</source>
        <translation>；%1 落在图片之外的填充上，“图”中不计</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between facts</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>the window, enlarged</source>
        <translation>放大的窗口</translation>
    </message>
    <message>
        <source>This network does not cut the picture: convolutions go over all of it first. What they leave is a grid of %1 places, one for %2 pixels each; to the blocks after them, a place is a word.</source>
        <translation>这个网络不切图片：卷积先扫过整幅图。卷积留下 %1 个位置组成的网格，每个位置对应 %2 像素；对之后的模块来说，一个位置就像一个词。</translation>
    </message>
    <message>
        <source>that window, enlarged: %1 cells</source>
        <translation>放大的这个窗口：%1 个单元</translation>
    </message>
    <message>
        <source>From here on the same steps come %1 times, block after block, each with weights of its own; this is block %2, counted from 0.</source>
        <translation>从这里开始，同样的步骤逐个模块重复 %1 次，每个模块都有自己的权重；这是模块 %2（从 0 数起）。</translation>
    </message>
    <message>
        <source>of all scores the softmax gives it %1</source>
        <translation>softmax 在所有得分中给它 %1</translation>
    </message>
    <message>
        <source>keys that fit it best, with their scores; click one for its product</source>
        <translation>与它最匹配的键及其得分；点击其中一个可看乘积</translation>
    </message>
    <message>
        <source>Scores may be below zero: after the softmax only the differences between them count.</source>
        <translation>得分可以小于零：经过 softmax 后，只有得分之间的差才起作用。</translation>
    </message>
    <message>
        <source>values times weights of the tokens it reads most; the strongest colour is %1</source>
        <translation>读取最多的令牌的值乘以权重；最强的颜色为 %1</translation>
    </message>
    <message>
        <source>sum over all tokens: length %1; the strongest colour is %2</source>
        <translation>所有令牌之和：长度 %1；最强的颜色为 %2</translation>
    </message>
    <message>
        <source>%1, counted from 0; in lists %2,%3</source>
        <translation>%1，从 0 数起；列表中写作 %2,%3</translation>
    </message>
    <message>
        <source>%1 channels of the cell in %2</source>
        <translation>%2 的单元的 %1 个通道</translation>
    </message>
    <message>
        <source>the patch in %1</source>
        <translation>%1 的图块</translation>
    </message>
    <message>
        <source>At the end two heads read one vector each: the class token&apos;s and the distillation token&apos;s. Every class has weights of its own in both; multiplied number by number and summed they give two scores, and their mean is the answer.</source>
        <translation>最后由两个分类头各读一个向量：类别令牌的和蒸馏令牌的。每个类别在两者中都有自己的权重；逐数相乘再求和得到两个得分，它们的平均就是答案。</translation>
    </message>
    <message>
        <source>Further convolutions put together what the ones before found: as many places, more channels. These are the strongest.</source>
        <translation>后面的卷积把前面找到的内容组合起来：位置数不变，通道更多。这些是最强的。</translation>
    </message>
    <message>
        <source>So is a distillation token, which in training learned to say what another network, the teacher, said.</source>
        <translation>蒸馏令牌也放在前面，它在训练中学会说出另一个网络（教师）所说的内容。</translation>
    </message>
    <message>
        <source>%1 places; click one to follow it</source>
        <translation>%1 个位置；点击一个即可跟随它</translation>
    </message>
    <message>
        <source>the pixels under it; the convolutions look beyond them</source>
        <translation>它下面的像素；卷积所看的范围比这更大</translation>
    </message>
    <message>
        <source>the four cells, enlarged</source>
        <translation>这四个单元，放大显示</translation>
    </message>
    <message>
        <source>Four neighbouring cells become one: their numbers are joined, brought down to twice the channels and normed. The grid is half as wide and high from here on.</source>
        <translation>四个相邻的单元合并为一个：它们的数先拼接，再降到两倍的通道数，然后归一化。从这里起，网格的宽和高都减半。</translation>
    </message>
    <message>
        <source>To every patch its position is added, for nothing else says where in the picture it lies.</source>
        <translation>每个图块都加上位置编码，因为此外再没有什么能说明它在图片的何处。</translation>
    </message>
    <message>
        <source>The head reads only one vector (%1). Every class has its own weights; multiplied number by number and summed they give the class its score.</source>
        <translation>分类头只读一个向量（%1）。每个类别有自己的权重，逐数相乘再求和，便得到该类别的得分。</translation>
    </message>
    <message>
        <source>The grid here has %1 cells: %2 of the first one, of %3, lies in its %4.</source>
        <translation>这里的网格有 %1 个单元：最初 %3 网格上的%2，位于其中的%4。</translation>
    </message>
    <message>
        <source>Now every token is thought over alone: %1 neurons each look for one pattern in it.</source>
        <translation>现在逐个令牌单独处理：%1 个神经元各寻找一种模式。</translation>
    </message>
    <message>
        <source>Most stay near zero; those that answer decide what is added.</source>
        <translation>多数接近零，有响应的决定加上什么。</translation>
    </message>
    <message>
        <source>Those that answer decide what is added.</source>
        <translation>有响应的决定加上什么。</translation>
    </message>
    <message>
        <source>neuron %1: %2 in %3; in the patches %4</source>
        <translation>神经元 %1：%3为 %2；各图块为 %4</translation>
    </message>
    <message>
        <source>Added again (the second residual), and the last block is done.</source>
        <translation>再次相加（第二个残差），最后一个模块结束。</translation>
    </message>
    <message>
        <source>These %1 numbers are called a token from here on.</source>
        <translation>从这里起，这 %1 个数称为一个令牌。</translation>
    </message>
    <message>
        <source>One token more, the learned class token, which stands for no patch, is put in front: it will collect what the answer needs.</source>
        <translation>最前面再放一个令牌：学到的类别令牌，它不代表任何图块，由它收集作答所需的内容。</translation>
    </message>
    <message>
        <source>; in %1 pieces, for one that an edge cuts goes on at the opposite edge</source>
        <translation>；分成 %1 块，因为被边缘切开的窗口在对面边缘继续</translation>
    </message>
    <message>
        <source>This patch is hidden: its pixels are replaced by the mean colour, which leaves zeros.</source>
        <translation>此图块已遮挡：其像素被换成平均色，减去均值后为零。</translation>
    </message>
    <message>
        <source>This patch is hidden: after the embedding its token is replaced by zeros.</source>
        <translation>此图块已遮挡：嵌入之后，它的令牌被换成零。</translation>
    </message>
    <message>
        <source>This patch is hidden: after the embedding its token is dropped, and no other reads it.</source>
        <translation>此图块已遮挡：嵌入之后，它的令牌被丢弃，其他令牌都不再读取它。</translation>
    </message>
    <message>
        <source>scaled: %1 pixels</source>
        <translation>已缩放：%1 像素</translation>
    </message>
    <message>
        <source>query times the key of %1, number by number: red adds to the score, blue takes from it; the key has length 1 and the query length τ, %2, so the sum %3 is τ times their cosine, %4</source>
        <translation>查询与%1的键逐数相乘：红色增加得分，蓝色减少得分；键的长度为 1，查询的长度为 τ（%2），所以总和 %3 是 τ 乘以两者的余弦 %4</translation>
    </message>
    <message>
        <source>The query of the token you follow meets the key of every token: both are brought to length 1, multiplied number by number and summed. That is the cosine of the angle between them; the head multiplies it by its learned τ. A large score says: this one has what I look for.</source>
        <translation>您所跟随的令牌用它的查询与每个令牌的键相比：两者的长度先归一为 1，再逐数相乘求和，这就是它们夹角的余弦；该头再乘以学到的 τ。得分高表示：它有我要找的东西。</translation>
    </message>
    <message>
        <source>keys that fit it best, with their scores</source>
        <translation>与它最匹配的键及其得分</translation>
    </message>
    <message>
        <source>Here the heads talk: each head&apos;s score is a learned mixture of what all heads found.</source>
        <translation>这里各头会相互交流：每个头的得分都是所有头所得结果经学习得到的混合。</translation>
    </message>
    <message>
        <source>Here the heads talk once more: the weight is a learned mixture of all heads&apos; weights, and may be below zero.</source>
        <translation>这里各头会再次交流：该权重是所有头的权重经学习得到的混合，可能小于零。</translation>
    </message>
    <message>
        <source>In this block only the patches ask and are read: %1 joins them in a later one. Follow a patch to see more.</source>
        <translation>在此模块中，只有图块发出查询并被读取：%1在后面的模块才加入。跟随一个图块以查看更多。</translation>
    </message>
    <message>
        <source>One token more, the learned class token, which stands for no patch, joins in a later block: it will collect what the answer needs.</source>
        <translation>还有一个学得的类别令牌，它不代表任何图块，在后面的模块才加入：它将汇集回答所需的内容。</translation>
    </message>
    <message>
        <source>This head is switched off: its weights are 0, whatever its scores say. The heads talk once more before anything is read, so its values are still reached by the weights of others.</source>
        <translation>此注意力头已关闭：无论得分如何，权重都是 0。但在读取之前，各头会再次交流，因此其他头的权重仍会作用于它的值。</translation>
    </message>
    <message>
        <source>what is added, after the layer scale γ</source>
        <translation>经 LayerScale γ 之后加上的量</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>分类头</translation>
    </message>
    <message>
        <source>End</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>In the last %1 blocks only the class token asks, and only it changes; this is block %2, counted from 0.</source>
        <translation>在最后 %1 个模块中只有类别令牌提出查询，也只有它改变；这是模块 %2（从 0 数起）。</translation>
    </message>
    <message>
        <source>From here on the same steps come %1 times among the patches, block after block, each with weights of its own; in %2 more blocks only the class token asks. This is block %3, counted from 0.</source>
        <translation>从这里起，同样的步骤在图块之间逐个模块重复 %1 次，每次都有自己的权重；在另外 %2 个模块中只有类别令牌提出查询。这是模块 %3（从 0 数起）。</translation>
    </message>
    <message>
        <source>Click a patch of the framed picture, one that interests you: from here on the tour follows it. By keyboard, the arrow keys choose one; Enter takes the one that is outlined.</source>
        <translation>请点击加框图片中您感兴趣的一个图块：导览从这里起将跟随它。用键盘时，方向键选择，按 Enter 即跟随标出的图块。</translation>
    </message>
    <message>
        <source>Click a place of the framed picture, one that interests you: from here on the tour follows it. By keyboard, the arrow keys choose one; Enter takes the one that is outlined.</source>
        <translation>请点击加框图片中您感兴趣的一个位置：导览从这里起将跟随它。用键盘时，方向键选择，按 Enter 即跟随标出的位置。</translation>
    </message>
    <message>
        <source>You saw convolutions look at every place and its neighbours, block after block, until the mean of all places was read; now click another place, choose another block with “[” and “]”, or press Tab for the map.</source>
        <translation>您看到了卷积逐个模块地查看每个位置及其邻近，最后读取所有位置的平均；现在请点击另一个位置，用「[」「]」键换一个模块，或按 Tab 看图。</translation>
    </message>
    <message>
        <source>You saw patches become tokens, tokens read each other block after block, and the head read the answer; now click another patch, choose another head with “,” and “.” or block with “[” and “]”, or press Tab for the map.</source>
        <translation>您看到了图块变成令牌，令牌逐个模块地互相读取，最后分类头读出答案；现在请点击另一个图块，用「,」「.」键换一个注意力头或用「[」「]」键换一个模块，或按 Tab 看图。</translation>
    </message>
    <message>
        <source>You saw patches become tokens, and tokens read each other block after block; now click another patch, choose another head with “,” and “.” or block with “[” and “]”, or press Tab for the map.</source>
        <translation>您看到了图块变成令牌，令牌逐个模块地互相读取；现在请点击另一个图块，用「,」「.」键换一个注意力头或用「[」「]」键换一个模块，或按 Tab 看图。</translation>
    </message>
    <message>
        <source>class tokens of the last blocks beside the mean of all patches</source>
        <translation>最后几个模块的类别令牌与所有图块平均的拼接</translation>
    </message>
    <message>
        <source>%1 as the last block leaves it, without a norm</source>
        <translation>最后一个模块给出的%1（未经归一化）</translation>
    </message>
    <message>
        <source>%1, then normed</source>
        <translation>%1，再经归一化</translation>
    </message>
    <message>
        <source>%1, through one more layer and %2</source>
        <translation>%1，再经一层和 %2</translation>
    </message>
    <message>
        <source>After the last block this network ends: it has no head. What it says of a picture are these numbers.</source>
        <translation>最后一个模块之后，网络就结束了：它没有分类头。它对图片的描述就是这些数。</translation>
    </message>
    <message>
        <source>so</source>
        <translation>因此</translation>
    </message>
    <message>
        <source>%1 times as likely</source>
        <translation>可能性是后者的 %1 倍</translation>
    </message>
    <message>
        <source>%1 times less likely</source>
        <translation>可能性仅为后者的 1/%1</translation>
    </message>
    <message>
        <source>The softmax makes shares of the scores: all positive, together 1. A score higher by 1 gets 2.7 times the share. So this is what the token reads, and how much of it.</source>
        <translation>softmax 把得分变成份额：全为正数，总和为 1。得分高 1，份额就是 2.7 倍。所以这就是令牌读取什么、各读多少。</translation>
    </message>
    <message>
        <source>Now the class token is thought over alone, while the others stay as they are: %1 neurons each look for one pattern in it.</source>
        <translation>现在只单独处理类别令牌，其他令牌保持不变：%1 个神经元各寻找一种模式。</translation>
    </message>
    <message>
        <source>filter %1 (of 0 … %2)</source>
        <translation>滤波器 %1（编号 0 … %2）</translation>
    </message>
    <message>
        <source>One token more, the learned class token, which stands for no patch, is put in front; the head of this network does not read it.</source>
        <translation>最前面再放一个学得的类别令牌，它不代表任何图块；这个网络的分类头并不读取它。</translation>
    </message>
    <message>
        <source>The network takes pictures of one size: yours is resized to it.</source>
        <translation>网络只接受一种尺寸的图片：先缩放到该尺寸。</translation>
    </message>
    <message>
        <source>The map is the class token&apos;s row minus the distillation token&apos;s.</source>
        <translation>“图”显示的是类别令牌的那一行减去蒸馏令牌的那一行。</translation>
    </message>
    <message>
        <source>The map is the mean of the rows of all patches, this row that of %1.</source>
        <translation>“图”显示的是所有图块各行的平均，这里只是%1的那一行。</translation>
    </message>
    <message>
        <source>The map is the mean of the rows of %1 patches, this row that of the first.</source>
        <translation>“图”显示的是 %1 个图块各行的平均，这里只是其中第一个的那一行。</translation>
    </message>
    <message>
        <source>This is head %1 of block %2 alone; the map shows something else: %3.</source>
        <translation>这里只是模块 %2 的头 %1；“图”显示的是另一种量：%3。</translation>
    </message>
    <message>
        <source>This is head %1 alone; the map shows the %2.</source>
        <translation>这里只是头 %1；“图”显示的是%2。</translation>
    </message>
    <message>
        <source>The map is turned round: it shows who reads the token, not what the token reads.</source>
        <translation>“图”的方向相反：它显示谁读取这个令牌，而不是这个令牌读取什么。</translation>
    </message>
    <message>
        <source>The map shows this row as attention.</source>
        <translation>“图”中作为注意力显示的正是这一行。</translation>
    </message>
    <message>
        <source>the first of the %1 patches that are asked</source>
        <translation>所查询的 %1 个图块中的第一个</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>跟随</translation>
    </message>
</context>
<context>
    <name>patchlight::inside::Hover</name>
    <message>
        <source>number %1: %2</source>
        <translation>序号 %1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place and its number</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>click: its key beside the query, and their product; double click: follow it</source>
        <translation>点击：它的键与查询，以及两者的乘积；双击：跟随它</translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>行 %1、列 %2：%3</translation>
    </message>
</context>
<context>
    <name>patchlight::inside::Words</name>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>class token</source>
        <translation>类别令牌</translation>
    </message>
    <message>
        <source>distillation</source>
        <translation>蒸馏</translation>
    </message>
    <message>
        <source>distillation token</source>
        <translation>蒸馏令牌</translation>
    </message>
    <message>
        <source>register %1</source>
        <translation>寄存器 %1</translation>
    </message>
    <message>
        <source>register token %1</source>
        <translation>寄存器令牌 %1</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>the class token</source>
        <translation>类别令牌</translation>
    </message>
    <message>
        <source>the distillation token</source>
        <translation>蒸馏令牌</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a name that ends with a digit, before a word</comment>
        <translation>%1 </translation>
    </message>
    <message>
        <source>patch in %1</source>
        <translation>%1 的图块</translation>
    </message>
    <message>
        <source>place in %1</source>
        <translation>%1 的位置</translation>
    </message>
    <message>
        <source>the patch in %1</source>
        <translation>%1 的图块</translation>
    </message>
    <message>
        <source>the place in %1</source>
        <translation>%1 的位置</translation>
    </message>
    <message>
        <source>on this block&apos;s %1 × %2 places; %3 of the picture&apos;s %4 × %5 patches</source>
        <translation>位于此块的 %1 × %2 个位置中；即图片 %4 × %5 个图块中的%3</translation>
    </message>
    <message>
        <source>on this block&apos;s %1 × %2 places; %3 of the picture&apos;s %4 × %5</source>
        <translation>位于此块的 %1 × %2 个位置中；即图片 %4 × %5 个位置中的%3</translation>
    </message>
</context>
</TS>
