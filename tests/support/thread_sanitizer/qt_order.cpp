// tests/support/thread_sanitizer/qt_order.cpp: tells ThreadSanitizer what Qt, which is not instrumented, orders: what is
// handed to another thread runs after it was handed over. Linked with --wrap for the four doors of Qt that the sources use.
#include <QMetaObject>
#include <QObject>
#include <QThreadPool>
#include <functional>

extern "C" {
void __tsan_acquire(void*);
void __tsan_release(void*);
}

namespace
{

/// Around a slot; `tag` is who sends, or who is called.
struct Ordered final : QtPrivate::QSlotObjectBase {
    QtPrivate::QSlotObjectBase* slot;
    void* tag;
    Ordered(QtPrivate::QSlotObjectBase* slot, void* tag) : QSlotObjectBase(&run), slot(slot), tag(tag) { }

    __attribute__((no_sanitize("thread"))) static void run(
        int what, QSlotObjectBase* self, QObject* receiver, void** arguments, bool* same)
    {
        auto* ordered = static_cast<Ordered*>(self);
        __tsan_acquire(ordered->tag);
        if (what == Destroy) {
            ordered->slot->destroyIfLastRef();
            delete ordered;
        } else if (what == Call) {
            ordered->slot->call(receiver, arguments);
        } else if (what == Compare) {
            *same = ordered->slot->compare(arguments);
        }
    }
};

}

#define INVOKE _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv
#define START _ZN11QThreadPool5startESt8functionIFvvEEi
#define ACTIVATE _ZN11QMetaObject8activateEP7QObjectPKS_iPPv
#define CONNECT                                                                                                        \
    _ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject
#define JOINED(a, b) a##b
#define REAL(name) JOINED(__real_, name)
#define WRAP(name) JOINED(__wrap_, name)

extern "C" {

bool REAL(INVOKE)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
bool WRAP(INVOKE)(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type, void* result)
{
    auto* ordered = new Ordered(slot, object);
    __tsan_release(object);
    return REAL(INVOKE)(object, ordered, type, result);
}

void REAL(START)(QThreadPool*, std::function<void()>&, int);
void WRAP(START)(QThreadPool* pool, std::function<void()>& work, int priority)
{
    auto* kept = new std::function<void()>(std::move(work));
    __tsan_release(kept);
    std::function<void()> ordered([kept] {
        __tsan_acquire(kept);
        (*kept)();
        delete kept;
    });
    REAL(START)(pool, ordered, priority);
}

void REAL(ACTIVATE)(QObject*, const QMetaObject*, int, void**);
void WRAP(ACTIVATE)(QObject* sender, const QMetaObject* meta, int signal, void** arguments)
{
    __tsan_release(sender);
    REAL(ACTIVATE)(sender, meta, signal, arguments);
}

QMetaObject::Connection REAL(CONNECT)(const QObject*, void**, const QObject*, void**, QtPrivate::QSlotObjectBase*,
    Qt::ConnectionType, const int*, const QMetaObject*);
QMetaObject::Connection WRAP(CONNECT)(const QObject* sender, void** signal, const QObject* receiver, void** slot,
    QtPrivate::QSlotObjectBase* called, Qt::ConnectionType type, const int* types, const QMetaObject* meta)
{
    return REAL(CONNECT)(sender, signal, receiver, slot, new Ordered(called, const_cast<QObject*>(sender)), type, types, meta);
}
}
